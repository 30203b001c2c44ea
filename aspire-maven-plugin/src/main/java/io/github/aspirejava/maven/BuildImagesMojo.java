package io.github.aspirejava.maven;

import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.steps.StepNames;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Builds the images of the services. {@code -Daspire.services=a,b} chooses some of them. */
@Mojo(name = "build-images", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true, requiresProject = false)
public final class BuildImagesMojo extends PipelineMojo {
    @Override
    List<String> targets(SessionPlan plan) throws MojoFailureException {
        return targetsOf(plan.model().builtServices(), plan, StepNames::build, StepNames.BUILD);
    }
}
