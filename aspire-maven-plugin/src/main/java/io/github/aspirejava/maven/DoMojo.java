package io.github.aspirejava.maven;

import io.github.aspirejava.maven.plan.SessionPlan;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Runs the steps of {@code -Daspire.steps=a,b} and everything that they wait for. */
@Mojo(name = "do", threadSafe = true, requiresProject = false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and their properties are read by name
public final class DoMojo extends PipelineMojo {
    /** The steps to run, such as {@code push-api,build-worker}. A property of the command line, not an element. */
    @Parameter(property = "aspire.steps")
    private String steps;

    /** Whether to skip this goal. A property, not an element: {@code <skip>} skips every goal. */
    @Parameter(property = "aspire.do.skip", defaultValue = "false")
    private boolean doSkip;

    /**
     * Whether to leave out the packaging of modules, and to take the artifacts of an earlier build. A property, not an
     * element.
     */
    @Parameter(property = "aspire.package.skip", defaultValue = "false")
    private boolean packageSkip;

    /** Whether the packaging of modules skips their tests. A property, not an element. */
    @Parameter(property = "aspire.package.skipTests", defaultValue = "true")
    private boolean packageSkipTests;

    @Override
    List<String> targets(SessionPlan plan) throws MojoFailureException {
        List<String> steps = plan.asked("aspire.steps");
        if (steps.isEmpty()) {
            throw new MojoFailureException(
                    "No steps are specified. Write -Daspire.steps=push-api; aspire:plan -Daspire.steps=all shows all steps.");
        }
        steps.forEach(plan.graph()::step);
        return steps;
    }
}
