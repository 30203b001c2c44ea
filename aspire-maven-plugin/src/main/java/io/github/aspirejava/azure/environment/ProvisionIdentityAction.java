package io.github.aspirejava.azure.environment;

import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.azure.resource.ProvisionedIdentity;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;

/** Provisions the identity that pulls the images of an environment's services. */
final class ProvisionIdentityAction implements StepAction {
    private final Azure azure;

    ProvisionIdentityAction(Azure azure) {
        this.azure = azure;
    }

    @Override
    public ProvisionedIdentity run(StepContext context) throws StepException, InterruptedException {
        EnvironmentStep step = EnvironmentStep.of(azure, context);
        return step.identity(step.place().identity());
    }
}
