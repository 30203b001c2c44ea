package io.github.aspirejava.maven;

import io.github.aspirejava.maven.plan.SessionPlan;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Runs the steps of {@code -Daspire.steps=a,b} and everything that they wait for. */
@Mojo(name = "do", threadSafe = true, requiresProject = false)
public final class DoMojo extends PipelineMojo {
    @Override
    List<String> targets(SessionPlan plan) throws MojoFailureException {
        List<String> steps = plan.asked("aspire.steps");
        if (steps.isEmpty()) {
            throw new MojoFailureException(
                    "There are no steps to do. Write -Daspire.steps=push-api; aspire:plan -Daspire.steps=all shows all steps.");
        }
        steps.forEach(plan.graph()::step);
        return steps;
    }
}
