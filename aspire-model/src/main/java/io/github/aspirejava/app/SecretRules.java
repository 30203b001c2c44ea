package io.github.aspirejava.app;

/**
 * Rejects secrets in the parts of an image that everyone with pull access can read: its history and its configuration.
 */
final class SecretRules {
    private final Problems problems;

    SecretRules(Problems problems) {
        this.problems = problems;
    }

    void check(AppModel model) {
        for (Service service : model.services()) {
            if (service instanceof Dockerfile dockerfile) {
                dockerfile.buildArguments().forEach(this::checkArgument);
                dockerfile.options().labels().forEach((name, text) -> checkEntry(dockerfile, "label", name, text));
            } else if (service instanceof JavaApp app) {
                app.arguments().forEach(argument -> checkCommand(app, "argument", argument));
                app.jvmFlags().forEach(flag -> checkCommand(app, "JVM flag", flag));
                app.extraClasspath().forEach(path -> checkElement(app, "extraClasspath", path));
                checkContainer(app, app.container());
            } else if (service instanceof ViteApp app) {
                checkContainer(app, app.container());
            }
        }
    }

    private void checkArgument(String name, Text value) {
        if (value.isSecret()) {
            problems.add(
                    value.origin(),
                    "The build argument '%s' is secret, but readable in the history of the image".formatted(name),
                    "Write <buildSecrets><buildSecret><name>%s</name><value>%s</value></buildSecret></buildSecrets>, and RUN --mount=type=secret,id=%s into the Dockerfile"
                            .formatted(name, value, name));
        }
    }

    private void checkContainer(BuiltService service, ContainerSettings settings) {
        settings.labels().forEach((name, text) -> checkEntry(service, "label", name, text));
        settings.annotations().forEach((name, text) -> checkEntry(service, "annotation", name, text));
        settings.byElement().forEach((element, texts) -> texts.forEach(text -> checkElement(service, element, text)));
    }

    private void checkElement(BuiltService service, String element, Text value) {
        if (value.isSecret()) {
            problems.add(
                    value.origin(),
                    "The <%s> of %s contains a secret, but is readable in the configuration of the image"
                            .formatted(element, service.name()),
                    "Remove the secret, and set an environment variable where the image is run");
        }
    }

    private void checkEntry(BuiltService service, String kind, String name, Text value) {
        if (value.isSecret()) {
            problems.add(
                    value.origin(),
                    "The %s '%s' of %s is secret, but readable by everyone who pulls the image"
                            .formatted(kind, name, service.name()),
                    "Remove it");
        }
    }

    private void checkCommand(JavaApp service, String kind, Text value) {
        if (value.isSecret()) {
            problems.add(
                    value.origin(),
                    "The %s %s of %s is secret, but readable in the configuration of the image"
                            .formatted(kind, value, service.name()),
                    "Remove it, and set an environment variable where the image is run");
        }
    }
}
