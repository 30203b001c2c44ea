package io.github.aspirejava.app;

import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks that every text which becomes part of an image's name follows the OCI grammar, and that no two services push
 * to the same name.
 */
final class ImageRules {
    private final Problems problems;

    ImageRules(Problems problems) {
        this.problems = problems;
    }

    void check(AppModel model) {
        model.registries().forEach(this::checkRegistry);
        boolean valid = true;
        for (Service service : model.services()) {
            valid &= checkImage(service);
        }
        if (valid && problems.isEmpty()) {
            checkNoneIsPushedTwice(model);
        }
        if (valid && problems.isEmpty()) {
            checkNamespaces(model);
        }
    }

    private void checkRegistry(Registry registry) {
        if (!(registry instanceof ContainerRegistry container)) {
            return;
        }
        check(container.endpoint(), RegistryHost::parse);
        container.repository().ifPresent(repository -> {
            check(
                    repository,
                    RepositoryName.value(repository),
                    name -> RepositoryName.parse(name, container.endpoint().value()));
            warnOfCapitals(repository, "repository");
        });
        container.credentials().ifPresent(credentials -> {
            if (!credentials.password().hasOnlyParameters()) {
                problems.add(
                        credentials.password().origin(),
                        "The password of registry '%s' is written in the POM".formatted(registry.name()),
                        "Declare a secret <parameter> and write <password>{its-name}</password>");
            }
        });
    }

    private boolean checkImage(Service service) {
        checkImagesUsed(service);
        return !(service instanceof BuiltService || service.isPushed()) || checkName(service);
    }

    /** Checks the references of the images that a service is built from. */
    private void checkImagesUsed(Service service) {
        if (service instanceof Container container) {
            check(container.source(), ImageReference::parse);
        } else if (service instanceof JavaApp app) {
            app.baseImage().ifPresent(this::checkBaseImage);
        } else if (service instanceof ViteApp app) {
            app.server().ifPresent(server -> checkBaseImage(server.image()));
            app.nodeImage().ifPresent(image -> check(image, ImageReference::parse));
        }
    }

    private boolean checkName(Service service) {
        ImageSettings image = service.image();
        boolean valid = true;
        if (image.imageName().isPresent()) {
            Text name = image.imageName().get();
            valid = check(name, RepositoryName.value(name), ImageName::parse);
            warnOfCapitals(name, "image name");
        } else {
            String name = service.name().toLowerCase(Locale.ROOT);
            valid = problems.check(service.origin(), () -> ImageName.parse(name))
                    .isPresent();
        }
        for (Text tag : image.tags()) {
            valid &= check(tag, Tag::of);
        }
        return valid;
    }

    private void checkBaseImage(Text base) {
        Optional<String> value = base.value();
        if (value.isPresent() && !value.get().equals("scratch") && !value.get().startsWith("oci:")) {
            check(base, ImageReference::parse);
        }
    }

    /** Warns that the value of a parameter is written in lower case, as a registry requires it. */
    private void warnOfCapitals(Text text, String what) {
        Optional<String> value = text.value();
        Optional<String> name = RepositoryName.value(text);
        if (value.isPresent() && !value.equals(name) && !text.isSecret()) {
            problems.warn(
                    text.origin(),
                    "The %s '%s' (from the value of %s) is used as '%s'"
                            .formatted(what, value.get(), text.parameterSources(), name.get()),
                    "Registries accept lower case only");
        }
    }

    private <T> boolean check(Text text, Function<String, T> grammar) {
        return check(text, text.value(), grammar);
    }

    private <T> boolean check(Text text, Optional<String> value, Function<String, T> grammar) {
        if (text.isSecret()) {
            return false; // The rules for secrets have reported it; a message about its value would show it.
        }
        return value.isEmpty()
                || problems.check(text, () -> grammar.apply(value.get())).isPresent();
    }

    private void checkNoneIsPushedTwice(AppModel model) {
        Map<String, Service> pushed = new HashMap<>();
        for (Service service : model.pushedServices()) {
            for (String target : targets(model, service)) {
                Service first = pushed.putIfAbsent(target, service);
                if (first != null && first != service) {
                    problems.add(
                            service.origin(),
                            "Services '%s' and '%s' are both pushed to %s"
                                    .formatted(first.name(), service.name(), target),
                            "Give one of them another <imageName>, tag or registry");
                }
            }
        }
    }

    /** Docker Hub's repositories have a namespace; those without one are its own, and the names of other endpoints. */
    private void checkNamespaces(AppModel model) {
        Set<Registry> reported = new HashSet<>();
        for (Service service : model.pushedServices()) {
            Optional<Registry> registry = model.registryOf(service);
            boolean without = model.references(service).stream()
                    .anyMatch(reference -> reference.host().equals(RegistryHost.DOCKER_HUB)
                            && (!reference.repository().path().contains("/")
                                    || reference.repository().path().startsWith("library/")));
            if (without && registry.isPresent() && reported.add(registry.get())) {
                problems.add(
                        service.image()
                                .imageName()
                                .map(Text::origin)
                                .orElseGet(() -> registry.get().origin()),
                        "The image of '%s' has no namespace, and Docker Hub takes none without"
                                .formatted(service.name()),
                        "Write your user or organization into <repository> of registry '%s', such as <repository>acme</repository>"
                                .formatted(registry.get().name()));
            }
        }
    }

    private Optional<List<ImageReference>> references(AppModel model, Service service) {
        try {
            return Optional.of(model.references(service));
        } catch (GrammarException e) {
            problems.add(service.origin(), e.what(), e.fix());
            return Optional.empty();
        }
    }

    private List<String> targets(AppModel model, Service service) {
        Optional<List<ImageReference>> references = references(model, service);
        if (references.isEmpty() || !references.get().isEmpty()) {
            return references.orElse(List.of()).stream()
                    .map(ImageReference::toString)
                    .toList();
        }
        Optional<Registry> registry = model.registryOf(service);
        Optional<ImageName> name = model.imageName(service);
        if (registry.isEmpty() || name.isEmpty()) {
            return List.of();
        }
        return model.tags(service).stream()
                .map(tag -> "%s:%s in registry '%s'"
                        .formatted(name.get(), tag, registry.get().name()))
                .toList();
    }
}
