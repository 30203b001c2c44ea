package io.github.aspirejava.azure.environment;

import com.azure.resourcemanager.appservice.fluent.models.SiteInner;
import io.github.aspirejava.app.AzureContainerApps;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.azure.resource.ContainerAppsDashboardResource;
import io.github.aspirejava.azure.resource.DashboardSiteResource;
import io.github.aspirejava.azure.resource.EnvironmentPlace;
import io.github.aspirejava.azure.resource.ProvisionedIdentity;
import io.github.aspirejava.azure.resource.RoleAssignmentResource;
import io.github.aspirejava.azure.resource.RoleDefinition;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.util.Optional;

/** Provisions an environment's dashboard, and reports its URL. */
final class ProvisionDashboardAction implements StepAction {
    private final Azure azure;

    ProvisionDashboardAction(Azure azure) {
        this.azure = azure;
    }

    @Override
    public ProvisionedDashboard run(StepContext context) throws StepException, InterruptedException {
        EnvironmentStep step = EnvironmentStep.of(azure, context);
        ProvisionedEnvironment environment = context.result(ProvisionedEnvironment.class);
        ProvisionedDashboard dashboard = step.environment() instanceof AzureContainerApps
                ? component(step, environment)
                : site(step, environment);
        dashboard.url().ifPresent(context::progress);
        return dashboard;
    }

    private static ProvisionedDashboard component(EnvironmentStep step, ProvisionedEnvironment environment)
            throws StepException, InterruptedException {
        step.ensure(new ContainerAppsDashboardResource(
                step.clients(), environment.id(), step.environment().origin()));
        return new ProvisionedDashboard(
                environment.defaultDomain().map("https://aspire-dashboard.ext.%s"::formatted), Optional.empty());
    }

    /**
     * Provisions the dashboard as a site. The site lists the sites of its resource group by its own identity, which
     * therefore needs the right to read them.
     */
    private static ProvisionedDashboard site(EnvironmentStep step, ProvisionedEnvironment plan)
            throws StepException, InterruptedException {
        EnvironmentPlace place = step.place();
        ProvisionedIdentity own = step.identity(place.dashboardIdentity());
        ArmId group = place.group();
        step.ensure(RoleAssignmentResource.of(
                step.clients(),
                group,
                "right of the dashboard of %s to read %s"
                        .formatted(step.environment().name(), group.name()),
                RoleDefinition.READER,
                own,
                step.environment().origin()));
        ProvisionedIdentity services = step.context().result(ProvisionedIdentity.class);
        Optional<SiteInner> site = step.ensure(new DashboardSiteResource(
                step.clients(),
                place.dashboardSite(),
                step.environment().name(),
                plan.id().path(),
                own.id().path(),
                own.clientId().orElse(""),
                services.clientId().orElse("")));
        return new ProvisionedDashboard(
                site.map(SiteInner::defaultHostname).map("https://%s"::formatted), Optional.of(own));
    }
}
