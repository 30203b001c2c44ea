package io.github.aspirejava.azure.environment;

import com.azure.resourcemanager.appcontainers.fluent.models.ManagedEnvironmentInner;
import com.azure.resourcemanager.appservice.fluent.models.AppServicePlanInner;
import io.github.aspirejava.app.AzureContainerApps;
import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.azure.resource.ContainerAppsResource;
import io.github.aspirejava.azure.resource.Placement;
import io.github.aspirejava.azure.resource.PlanResource;
import io.github.aspirejava.azure.settings.OptionsReader;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.util.Optional;

/** Provisions an environment, or finds an existing one. */
final class ProvisionEnvironmentAction implements StepAction {
    private final Azure azure;

    ProvisionEnvironmentAction(Azure azure) {
        this.azure = azure;
    }

    @Override
    public ProvisionedEnvironment run(StepContext context) throws StepException, InterruptedException {
        EnvironmentStep step = EnvironmentStep.of(azure, context);
        return step.environment() instanceof AzureContainerApps ? containerApps(step) : plan(step);
    }

    private static ProvisionedEnvironment containerApps(EnvironmentStep step)
            throws StepException, InterruptedException {
        Placement placement = step.place().environmentItself(ContainerAppsResource.TYPE);
        Optional<ManagedEnvironmentInner> live;
        if (step.environment().existing()) {
            live = Optional.of(step.existing(ContainerAppsResource.existing(step.clients(), placement)));
        } else {
            ProvisionedLogs logs = step.context().result(ProvisionedLogs.class);
            live = step.ensure(new ContainerAppsResource(
                    step.clients(), placement, logs.id(), logs.customerId().orElse("")));
        }
        return new ProvisionedEnvironment(
                placement.id(),
                live.map(ManagedEnvironmentInner::location)
                        .map(OptionsReader::normalized)
                        .orElse(placement.location()),
                live.map(ManagedEnvironmentInner::defaultDomain));
    }

    private static ProvisionedEnvironment plan(EnvironmentStep step) throws StepException, InterruptedException {
        Placement placement = step.place().environmentItself(PlanResource.TYPE);
        PlanResource plan = new PlanResource(step.clients(), placement);
        Optional<AppServicePlanInner> live =
                step.environment().existing() ? Optional.of(step.existing(plan)) : step.ensure(plan);
        return new ProvisionedEnvironment(
                placement.id(),
                live.map(AppServicePlanInner::location)
                        .map(OptionsReader::normalized)
                        .orElse(placement.location()),
                Optional.empty());
    }
}
