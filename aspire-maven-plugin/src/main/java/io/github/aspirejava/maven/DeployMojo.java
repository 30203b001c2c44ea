package io.github.aspirejava.maven;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.steps.StepNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the services in their environment: each as soon as its own image is there and the services that it waits for are
 * healthy. The goal succeeds when all of them run and are healthy; a service that runs with the same image and settings
 * is left alone. {@code -Daspire.services=a,b} chooses some of them.
 */
@Mojo(name = "deploy", threadSafe = true, requiresProject = false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and their properties are read by name
public final class DeployMojo extends PipelineMojo {
    /**
     * The services of the model that the goal works on, such as {@code api,worker}; all by default. A property of the
     * command line, not an element: it does not replace {@code <services>}.
     */
    @Parameter(property = "aspire.services")
    private String chosenServices;

    /** Whether to skip this goal. A property, not an element: {@code <skip>} skips every goal. */
    @Parameter(property = "aspire.deploy.skip", defaultValue = "false")
    private boolean deploySkip;

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
        AppModel model = plan.model();
        List<DockerCompose> environments = model.environments().stream()
                .filter(DockerCompose.class::isInstance)
                .map(DockerCompose.class::cast)
                .toList();
        if (environments.isEmpty()) {
            throw new MojoFailureException(
                    "%s has no environment that this goal deploys to. Write <environments><dockerCompose>local</dockerCompose></environments> into the configuration of the plugin."
                            .formatted(plan.pom()));
        }
        tellOthers(model);
        List<Service> services = model.services().stream()
                .filter(service -> environments.stream()
                        .anyMatch(environment -> model.deployedTo(environment).contains(service)))
                .toList();
        List<String> targets = new ArrayList<>(targetsOf(services, plan, StepNames::deploy, StepNames.DEPLOY));
        // The aggregate has the steps of Azure, too; each environment that is complete has one of its own.
        targets.remove(StepNames.DEPLOY);
        Set<String> chosen = Set.copyOf(targets);
        environments.stream()
                .filter(environment -> chosen.containsAll(model.deployedTo(environment).stream()
                        .map(service -> StepNames.deploy(service.name()))
                        .collect(Collectors.toSet())))
                .forEach(environment -> targets.add(StepNames.up(environment)));
        return targets;
    }

    /** Tells of the services that run in environments of other kinds. */
    private void tellOthers(AppModel model) {
        for (Environment environment : model.azureEnvironments()) {
            List<String> names =
                    model.deployedTo(environment).stream().map(Service::name).toList();
            if (!names.isEmpty() && reportOnce("deploys nothing to " + environment.name())) {
                getLog().warn(
                                "Left out: %s. This goal does not deploy to the environment '%s' of kind <%s> yet; it is provisioned by aspire:provision."
                                        .formatted(
                                                String.join(", ", names), environment.name(), environment.element()));
            }
        }
    }
}
