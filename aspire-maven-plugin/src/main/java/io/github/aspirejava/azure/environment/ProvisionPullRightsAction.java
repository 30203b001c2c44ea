package io.github.aspirejava.azure.environment;

import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.azure.provision.ProvisionedRegistry;
import io.github.aspirejava.azure.resource.ProvisionedIdentity;
import io.github.aspirejava.azure.resource.RoleAssignmentResource;
import io.github.aspirejava.azure.resource.RoleDefinition;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.util.List;

/**
 * Grants an environment's identity the right to pull from the registries of its services, in any resource group or
 * subscription.
 */
final class ProvisionPullRightsAction implements StepAction {
    private final Azure azure;

    ProvisionPullRightsAction(Azure azure) {
        this.azure = azure;
    }

    @Override
    public PullRights run(StepContext context) throws StepException, InterruptedException {
        EnvironmentStep step = EnvironmentStep.of(azure, context);
        ProvisionedIdentity identity = context.result(ProvisionedIdentity.class);
        List<ProvisionedRegistry> registries = context.results(ProvisionedRegistry.class);
        for (ProvisionedRegistry registry : registries) {
            // Not through the step: the registry's resource group must not be created by the environment.
            step.session()
                    .ensure()
                    .ensure(
                            RoleAssignmentResource.of(
                                    step.clients(),
                                    registry.id(),
                                    "right of %s to pull from %s"
                                            .formatted(step.environment().name(), registry.name()),
                                    RoleDefinition.pull(registry.roleMode()),
                                    identity,
                                    step.environment().origin()),
                            context);
        }
        return new PullRights(identity.id(), registries);
    }
}
