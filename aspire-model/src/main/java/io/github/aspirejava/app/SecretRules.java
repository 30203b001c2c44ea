package io.github.aspirejava.app;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Rejects secrets wherever they would become readable: in an image (its files, its history, its configuration and its
 * name), on a command line, or in the name of a registry. What is left are the credentials of registries, build
 * secrets, environment variables, which are not stored in images, and names in Azure, of which no template may be
 * published.
 */
final class SecretRules {
    private final Problems problems;
    /** The texts that may be secret, and those that are reported. */
    private final Set<Text> settled = Collections.newSetFromMap(new IdentityHashMap<>());

    SecretRules(Problems problems) {
        this.problems = problems;
    }

    void check(AppModel model) {
        for (Service service : model.services()) {
            settled.addAll(service.deployment().environmentVariables().values());
            if (service instanceof Dockerfile dockerfile) {
                checkDockerfile(dockerfile);
            } else if (service instanceof JavaApp app) {
                app.arguments().forEach(argument -> checkCommand(app, "argument", argument));
                app.jvmFlags().forEach(flag -> checkCommand(app, "JVM flag", flag));
                app.extraClasspath().forEach(path -> checkElement(app, "extraClasspath", path));
                checkContainer(app, app.container());
            } else if (service instanceof ViteApp app) {
                settle(app.buildSecrets());
                app.buildArguments().forEach(this::checkPage);
                checkContainer(app, app.container());
            }
            checkRest(
                    service,
                    service.texts(),
                    "readable in its image, in the image's name, or on the command line of a build");
        }
        model.registries().stream()
                .filter(registry -> !(registry instanceof AzureContainerRegistry))
                .forEach(this::checkRegistry);
    }

    private void checkDockerfile(Dockerfile dockerfile) {
        settle(dockerfile.buildSecrets());
        dockerfile.buildArguments().forEach(this::checkArgument);
        dockerfile.options().labels().forEach((name, text) -> checkEntry(dockerfile, "label", name, text));
    }

    private void settle(List<BuildSecret> secrets) {
        secrets.stream()
                .filter(secret -> secret.kind() == BuildSecret.Kind.VALUE)
                .forEach(secret -> settled.add(secret.source()));
    }

    private void checkRegistry(Registry registry) {
        if (registry instanceof ContainerRegistry container) {
            container.credentials().ifPresent(credentials -> {
                settled.add(credentials.username());
                settled.add(credentials.password());
            });
        }
        checkRest(registry, registry.texts(), "printed in logs and reports");
    }

    private void checkRest(Resource resource, List<Text> texts, String consequence) {
        String owner = "%s '%s'".formatted(resource.element(), resource.name());
        texts.forEach(text -> checkRest(owner, text, consequence));
    }

    private void checkRest(String owner, Text text, String consequence) {
        if (text.isSecret() && settled.add(text)) {
            problems.add(
                    text.origin(),
                    "'%s' of %s is secret, but %s".formatted(text, owner, consequence),
                    "Write it without the secret, or take <secret> from the parameter");
        }
    }

    private void checkArgument(String name, Text value) {
        report(
                value,
                "The build argument '%s' is secret, but readable in the history of the image".formatted(name),
                "Write <buildSecrets><buildSecret><name>%s</name><value>%s</value></buildSecret></buildSecrets>, and RUN --mount=type=secret,id=%s into the Dockerfile"
                        .formatted(name, value, name));
    }

    private void checkContainer(BuiltService service, ContainerSettings settings) {
        settings.labels().forEach((name, text) -> checkEntry(service, "label", name, text));
        settings.annotations().forEach((name, text) -> checkEntry(service, "annotation", name, text));
        settings.byElement().forEach((element, texts) -> texts.forEach(text -> checkElement(service, element, text)));
    }

    private void checkElement(BuiltService service, String element, Text value) {
        report(
                value,
                "The <%s> of %s contains a secret, but is readable in the configuration of the image"
                        .formatted(element, service.name()),
                "Remove the secret, and set an environment variable where the image is run");
    }

    private void checkEntry(BuiltService service, String kind, String name, Text value) {
        report(
                value,
                "The %s '%s' of %s is secret, but readable by everyone who pulls the image"
                        .formatted(kind, name, service.name()),
                "Remove it");
    }

    private void checkCommand(JavaApp service, String kind, Text value) {
        report(
                value,
                "The %s %s of %s is secret, but readable in the configuration of the image"
                        .formatted(kind, value, service.name()),
                "Remove it, and set an environment variable where the image is run");
    }

    private void checkPage(String name, Text value) {
        report(
                value,
                "<%s> is secret, but readable by everyone who loads the page".formatted(name),
                "Remove it, or keep it in the service that the front end calls");
    }

    private void report(Text value, String what, String fix) {
        if (value.isSecret() && settled.add(value)) {
            problems.add(value.origin(), what, fix);
        }
    }
}
