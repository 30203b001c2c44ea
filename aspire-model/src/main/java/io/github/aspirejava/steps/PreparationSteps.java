package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings.Release;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.DockerCompose;
import java.util.Set;
import java.util.function.Consumer;

/** The steps before all others, as far as the model needs them. */
final class PreparationSteps {
    private PreparationSteps() {}

    static void plan(AppModel model, PlanScope scope, Consumer<Step> steps) {
        Set<String> parameters = Set.of(StepNames.PROCESS_PARAMETERS);
        steps.accept(Step.of(
                StepNames.PROCESS_PARAMETERS,
                StepKind.PROCESS_PARAMETERS,
                Set.of(),
                "Check that every parameter has a value"));
        if (needsEngine(model)) {
            steps.accept(Step.of(
                    StepNames.CHECK_CONTAINER_RUNTIME,
                    StepKind.CHECK_CONTAINER_RUNTIME,
                    parameters,
                    "Find the container engine"));
        }
        if (!scope.toPackage().isEmpty()) {
            steps.accept(Step.of(
                    StepNames.PACKAGE, StepKind.PACKAGE_MODULES, parameters, "Package the modules of the services"));
        }
        if (scope.awaitsBuild() && model.settings().release() == Release.TOGETHER) {
            steps.accept(Step.of(
                    StepNames.AWAIT_BUILD, StepKind.AWAIT_BUILD, parameters, "Wait until Maven has built all modules"));
        }
        if (usesAzure(model)) {
            steps.accept(Step.of(
                    StepNames.PUBLISH_AZURE,
                    StepKind.PUBLISH,
                    parameters,
                    "Write Bicep and ARM templates of what is provisioned in Azure"));
            steps.accept(Step.of(
                    StepNames.VALIDATE_AZURE_LOGIN,
                    StepKind.VALIDATE_AZURE_LOGIN,
                    parameters,
                    "Get a token from Microsoft Entra"));
            steps.accept(Step.of(
                    StepNames.CREATE_PROVISIONING_CONTEXT,
                    StepKind.CREATE_PROVISIONING_CONTEXT,
                    Set.of(StepNames.VALIDATE_AZURE_LOGIN),
                    "Find the subscription, resource group and location"));
        }
    }

    private static boolean needsEngine(AppModel model) {
        return model.builtServices().stream().anyMatch(service -> service.needsEngine() || service.isLoaded())
                || model.environments().stream().anyMatch(DockerCompose.class::isInstance);
    }

    private static boolean usesAzure(AppModel model) {
        return !model.azureEnvironments().isEmpty()
                || model.registries().stream().anyMatch(AzureContainerRegistry.class::isInstance);
    }
}
