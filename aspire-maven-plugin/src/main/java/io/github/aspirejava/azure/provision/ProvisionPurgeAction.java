package io.github.aspirejava.azure.provision;

import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.azure.resource.PurgeTask;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;

/** Provisions the task by which a registry deletes old images. */
public final class ProvisionPurgeAction implements StepAction {
    private final Azure azure;

    /** Creates the action for the session of {@code azure}. */
    public ProvisionPurgeAction(Azure azure) {
        this.azure = azure;
    }

    @Override
    public StepResult run(StepContext context) throws StepException, InterruptedException {
        AzureSession session = azure.session();
        ProvisionedRegistry provisioned = context.result(ProvisionedRegistry.class);
        AzureContainerRegistry registry =
                context.step().resource(azure.request().model(), AzureContainerRegistry.class);
        if (registry.purge().isPresent()) {
            PurgeTask task = new PurgeTask(
                    session.clients(),
                    session.options(),
                    provisioned.id(),
                    registry.name(),
                    provisioned.location(),
                    registry.purge().get());
            session.ensure().ensure(task, context);
        }
        return StepResult.NONE;
    }
}
