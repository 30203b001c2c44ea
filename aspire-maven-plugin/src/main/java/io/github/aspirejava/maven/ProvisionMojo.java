package io.github.aspirejava.maven;

import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.steps.StepNames;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Provisions the registries and environments of the model, as far as they have to be created.
 *
 * <p>The build waits for the registries only. Environments go on in the background, if the plugin is declared with
 * {@code <extensions>true</extensions>}: the end of the build waits for them, and fails if one has failed.
 *
 * <p>{@code -Daspire.dryRun} reports the resources that would be created and the properties that would be modified, and
 * writes nothing.
 */
@Mojo(name = "provision", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true, requiresProject = false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and their properties are read by name
public final class ProvisionMojo extends PipelineMojo {
    /** Whether to report the differences without writing anything. A property, not an element. */
    @Parameter(property = "aspire.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Whether to skip this goal. A property, not an element: {@code <skip>} skips every goal. */
    @Parameter(property = "aspire.provision.skip", defaultValue = "false")
    private boolean provisionSkip;

    @Override
    List<String> targets(SessionPlan plan) {
        if (plan.graph().step(StepNames.PROVISION).dependsOn().isEmpty()) {
            if (reportOnce("nothing to provision")) {
                getLog().info(
                                "There is nothing to provision: the model has no <azureContainerRegistry> and no <environments>");
            }
            return List.of();
        }
        return List.of(StepNames.PROVISION);
    }

    @Override
    boolean mayOverlap(SessionPlan plan) {
        return true;
    }

    @Override
    List<String> awaited(SessionPlan plan) {
        return plan.graph().steps().stream()
                .filter(step -> step.kind() == StepKind.PROVISION_REGISTRY)
                .map(Step::name)
                .toList();
    }
}
