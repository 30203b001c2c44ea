package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Registry;
import java.util.Set;
import java.util.function.Consumer;

/** The steps that prepare registries, each independently. */
final class RegistrySteps {
    private RegistrySteps() {}

    static void plan(AppModel model, Consumer<Step> steps) {
        for (Registry registry : model.registries()) {
            if (registry instanceof AzureContainerRegistry azure) {
                planAzure(azure, steps);
            } else {
                steps.accept(Step.of(
                        StepNames.login(registry),
                        StepKind.LOGIN_TO_REGISTRY,
                        registry.name(),
                        Set.of(StepNames.PROCESS_PARAMETERS),
                        (registry instanceof OciLayout ? "Open the image layout %s" : "Log in to %s")
                                .formatted(registry.name())));
            }
        }
    }

    private static void planAzure(AzureContainerRegistry registry, Consumer<Step> steps) {
        steps.accept(Step.of(
                StepNames.provision(registry),
                StepKind.PROVISION_REGISTRY,
                registry.name(),
                Set.of(StepNames.CREATE_PROVISIONING_CONTEXT),
                "Provision the Azure container registry %s".formatted(registry.name())));
        steps.accept(Step.of(
                StepNames.login(registry),
                StepKind.LOGIN_TO_AZURE_REGISTRY,
                registry.name(),
                Set.of(StepNames.provision(registry)),
                "Log in to %s and wait until it answers".formatted(registry.name())));
        if (registry.purge().isPresent()) {
            steps.accept(Step.of(
                    StepNames.purge(registry),
                    StepKind.PROVISION_PURGE,
                    registry.name(),
                    Set.of(StepNames.provision(registry)),
                    "Let %s delete old images".formatted(registry.name())));
        }
    }
}
