package io.github.aspirejava.azure.environment;

import com.azure.resourcemanager.loganalytics.fluent.models.WorkspaceInner;
import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.azure.resource.LogsResource;
import io.github.aspirejava.azure.resource.Placement;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.util.Optional;

/** Provisions the workspace that an environment's logs go to. */
final class ProvisionLogsAction implements StepAction {
    private final Azure azure;

    ProvisionLogsAction(Azure azure) {
        this.azure = azure;
    }

    @Override
    public ProvisionedLogs run(StepContext context) throws StepException, InterruptedException {
        EnvironmentStep step = EnvironmentStep.of(azure, context);
        Placement placement = step.place().logs();
        Optional<WorkspaceInner> live = step.ensure(new LogsResource(step.clients(), placement));
        return new ProvisionedLogs(placement.id(), live.map(WorkspaceInner::customerId));
    }
}
