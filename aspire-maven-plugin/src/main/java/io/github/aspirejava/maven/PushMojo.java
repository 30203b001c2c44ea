package io.github.aspirejava.maven;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.maven.pipeline.SessionPipeline;
import io.github.aspirejava.maven.plan.ExcludedModules;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.steps.StepNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Builds the images of the services and pushes each as soon as its own registry is ready. {@code -Daspire.services=a,b}
 * chooses some of them, {@code -Daspire.tags=v1,latest} replaces the tags of all.
 *
 * <p>In a build that packages, each module's images are pushed while Maven builds the modules that follow, and the end
 * of the build waits for them. That takes {@code <extensions>true</extensions>} beside the plugin's version; without
 * it, or with {@code -Daspire.push.wait=true}, each module waits for its own images.
 */
@Mojo(name = "push", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true, requiresProject = false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and their properties are read by name
public final class PushMojo extends PipelineMojo {
    /**
     * The services of the model that the goal works on, such as {@code api,worker}; all by default. A property of the
     * command line, not an element: it does not replace {@code <services>}.
     */
    @Parameter(property = "aspire.services")
    private String chosenServices;

    /** Whether to skip this goal. A property, not an element: {@code <skip>} skips every goal. */
    @Parameter(property = "aspire.push.skip", defaultValue = "false")
    private boolean pushSkip;

    /** Whether each module waits for its own images even if the plugin is an extension. A property, not an element. */
    @Parameter(property = "aspire.push.wait", defaultValue = "false")
    private boolean pushWait;

    /**
     * Whether to look for each blob of an image that is in its registry already: one request for each. A property, not
     * an element.
     */
    @Parameter(property = "aspire.push.verify", defaultValue = "false")
    private boolean pushVerify;

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
        List<String> targets = new ArrayList<>(targetsOf(pushed(plan), plan, StepNames::push, StepNames.PUSH));
        // A tag may have to wait for the images of later modules; the blobs need not.
        pushedNow(plan).forEach(service -> targets.add(StepNames.upload(service)));
        return targets;
    }

    /** Returns the services of the model that are pushed. */
    static List<Service> pushed(SessionPlan plan) {
        AppModel model = plan.model();
        return model.pushedServices().stream()
                .filter(service -> model.registryOf(service).isPresent())
                .toList();
    }

    /** Returns the names of the services that this build pushes, without those of modules that skip it by now. */
    private Set<String> pushedNow(SessionPlan plan) {
        ExcludedModules leftOut = leftOut();
        return pushed(plan).stream()
                .filter(service -> plan.pushed().contains(service.name())
                        && plan.whyLeftOut(service, leftOut).isEmpty())
                .map(Service::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    void announce(SessionPipeline pipeline, SessionPlan plan) {
        pipeline.expect(pushedNow(plan));
    }

    @Override
    boolean mayOverlap(SessionPlan plan) {
        return plan.isPackagedByBuild() && !plan.waits();
    }
}
