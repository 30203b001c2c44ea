package io.github.aspirejava.app;

import java.util.Optional;

/** Checks that an environment in Azure can pull the images that its services push. */
final class PullRules {
    private final Problems problems;

    PullRules(Problems problems) {
        this.problems = problems;
    }

    void check(AppModel model) {
        for (BuiltService service : model.builtServices()) {
            Optional<Environment> environment = model.environmentOf(service).filter(AzureEnvironment.class::isInstance);
            Optional<Registry> registry = model.registryOf(service);
            if (environment.isPresent() && registry.isPresent()) {
                check(service, environment.get(), registry.get());
            }
        }
    }

    private void check(BuiltService service, Environment environment, Registry registry) {
        if (registry instanceof OciLayout) {
            problems.add(
                    service.origin(),
                    "Service '%s' runs in '%s', which cannot pull from the image layout '%s' on disk"
                            .formatted(service.name(), environment.name(), registry.name()),
                    "Give it the <registry> of an <azureContainerRegistry> or <containerRegistry>");
        } else if (registry instanceof ContainerRegistry container
                && container.credentials().isEmpty()
                && !container.anonymousPull()) {
            problems.add(
                    registry.origin(),
                    "'%s' runs service '%s', and cannot pull from registry '%s': the model has no credentials for it"
                            .formatted(environment.name(), service.name(), registry.name()),
                    "Write <credentials><username>{registry-user}</username><password>{registry-token}</password></credentials> into it, "
                            + "or <anonymousPull>true</anonymousPull> if it allows anonymous pulls");
        }
    }
}
