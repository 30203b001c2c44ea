package io.github.aspirejava.app;

/** That no secret gets into what an image's history shows. */
final class DockerfileRules {
    private final Problems problems;

    DockerfileRules(Problems problems) {
        this.problems = problems;
    }

    void check(AppModel model) {
        for (Service service : model.services()) {
            if (service instanceof Dockerfile dockerfile) {
                dockerfile.buildArguments().forEach(this::checkArgument);
                dockerfile.options().labels().forEach((name, text) -> checkLabel(dockerfile, name, text));
            }
        }
    }

    private void checkArgument(String name, Text value) {
        if (value.isSecret()) {
            problems.add(
                    value.origin(),
                    "The build argument '%s' is secret, and the image's history shows it".formatted(name),
                    "Write <buildSecrets><buildSecret><name>%s</name><value>%s</value></buildSecret></buildSecrets>, and RUN --mount=type=secret,id=%s into the Dockerfile"
                            .formatted(name, value, name));
        }
    }

    private void checkLabel(Dockerfile service, String name, Text value) {
        if (value.isSecret()) {
            problems.add(
                    value.origin(),
                    "The label '%s' of %s is secret, and whoever pulls the image reads it"
                            .formatted(name, service.name()),
                    "Remove it");
        }
    }
}
