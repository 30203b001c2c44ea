package io.github.aspirejava.engine.compose;

import io.github.aspirejava.result.DeployedService;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepResult;

/** Prints the addresses of a service that runs. */
public final class PrintSummaryAction implements StepAction {
    @Override
    public StepResult run(StepContext context) {
        DeployedService deployed = context.result(DeployedService.class);
        String addresses = deployed.urls().isEmpty() ? "no public endpoint" : String.join(", ", deployed.urls());
        context.progress("%s%s".formatted(addresses, deployed.changed() ? "" : " (unchanged)"));
        return StepResult.NONE;
    }
}
