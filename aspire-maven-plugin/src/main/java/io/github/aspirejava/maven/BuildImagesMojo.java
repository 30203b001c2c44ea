package io.github.aspirejava.maven;

import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.steps.StepNames;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Builds the images of the services. {@code -Daspire.services=a,b} chooses some of them. */
@Mojo(name = "build-images", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true, requiresProject = false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and their properties are read by name
public final class BuildImagesMojo extends PipelineMojo {
    /**
     * The services of the model that the goal works on, such as {@code api,worker}; all by default. A property of the
     * command line, not an element: it does not replace {@code <services>}.
     */
    @Parameter(property = "aspire.services")
    private String chosenServices;

    /** Whether to skip this goal. A property, not an element: {@code <skip>} skips every goal. */
    @Parameter(property = "aspire.build-images.skip", defaultValue = "false")
    private boolean buildImagesSkip;

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
        return targetsOf(plan.model().builtServices(), plan, StepNames::build, StepNames.BUILD);
    }
}
