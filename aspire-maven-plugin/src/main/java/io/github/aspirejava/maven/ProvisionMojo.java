package io.github.aspirejava.maven;

import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.steps.StepNames;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

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
public final class ProvisionMojo extends PipelineMojo {
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
