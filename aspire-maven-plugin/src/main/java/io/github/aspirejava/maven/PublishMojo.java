package io.github.aspirejava.maven;

import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.steps.StepNames;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the model for a review or a deployment by other tools: the Azure resources of {@code aspire:provision} as
 * templates, {@code target/aspire/azure/main.bicep} with its modules and all of it as {@code main.json} for Azure
 * Resource Manager, and each {@code <dockerCompose>} environment as a Compose file with {@code .env}. It needs no
 * network, no login, no subscription and no container engine.
 */
@Mojo(name = "publish", threadSafe = true, requiresProject = false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and their properties are read by name
public final class PublishMojo extends PipelineMojo {
    /** Whether to skip this goal. A property, not an element: {@code <skip>} skips every goal. */
    @Parameter(property = "aspire.publish.skip", defaultValue = "false")
    private boolean publishSkip;

    @Override
    List<String> targets(SessionPlan plan) {
        if (plan.graph().step(StepNames.PUBLISH).dependsOn().isEmpty()) {
            if (reportOnce("nothing to publish")) {
                getLog().info(
                                "There is nothing to publish: the model has no <azureContainerRegistry> and no <environments>");
            }
            return List.of();
        }
        return List.of(StepNames.PUBLISH);
    }
}
