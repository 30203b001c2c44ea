package io.github.aspirejava.maven;

import io.github.aspirejava.app.Service;
import io.github.aspirejava.builder.library.LayersText;
import io.github.aspirejava.maven.plan.ExcludedModules;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.maven.session.AspireSession;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepNames;
import io.github.aspirejava.view.PlanFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows the steps and their dependencies; runs nothing and needs no network. {@code -Daspire.plan.format} is list,
 * levels, json, mermaid, dot, or layers for the layers that services share, which requires Maven to resolve their
 * dependencies; {@code -Daspire.plan.output=FILE} writes to a file; {@code -Daspire.steps=a,b} shows the dependencies
 * of these steps instead of those of {@code push}, and {@code -Daspire.steps=all} shows everything.
 */
@Mojo(name = "plan", threadSafe = true, requiresProject = false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and their properties are read by name
public final class PlanMojo extends AspireMojo {
    /**
     * The steps to show with their dependencies; {@code push} by default, {@code all} for the whole graph. A property
     * of the command line, not an element.
     */
    @Parameter(property = "aspire.steps")
    private String steps;

    /**
     * The format: {@code list} (the default), {@code levels}, {@code json}, {@code mermaid}, {@code dot}, or
     * {@code layers}. A property of the command line, not an element.
     */
    @Parameter(property = "aspire.plan.format")
    private String planFormat;

    /** The file to write the plan to; the log by default. A property of the command line, not an element. */
    @Parameter(property = "aspire.plan.output")
    private String planOutput;

    /**
     * The services of the model that the goal works on, such as {@code api,worker}; all by default. A property of the
     * command line, not an element: it does not replace {@code <services>}.
     */
    @Parameter(property = "aspire.services")
    private String chosenServices;

    /** Whether to skip this goal. A property, not an element: {@code <skip>} skips every goal. */
    @Parameter(property = "aspire.plan.skip", defaultValue = "false")
    private boolean planSkip;

    /**
     * Whether to leave out the packaging of modules, and to take the artifacts of an earlier build. A property, not an
     * element.
     */
    @Parameter(property = "aspire.package.skip", defaultValue = "false")
    private boolean packageSkip;

    private static final String LAYERS = "layers";

    @Override
    void execute(AspireSession aspire, SessionPlan plan) throws MojoFailureException {
        if (!reportOnce(execution().getGoal())) {
            return;
        }
        String format = plan.onCommandLine("aspire.plan.format").orElse("list");
        write(plan, format.equalsIgnoreCase(LAYERS) ? layers(plan) : steps(plan, format));
    }

    private String steps(SessionPlan plan, String format) throws MojoFailureException {
        PlanFormat chosen = PlanFormat.find(format)
                .orElseThrow(() -> new MojoFailureException("There is no format '%s'. Write -Daspire.plan.format=%s|%s."
                        .formatted(format, String.join("|", PlanFormat.names()), LAYERS)));
        List<String> steps = plan.asked("aspire.steps");
        List<String> targets = steps.isEmpty() ? pushes(plan) : steps;
        StepGraph shown = targets.contains("all") ? plan.graph() : plan.graph().closure(targets);
        return chosen.render(shown, targets);
    }

    /** Returns the steps of {@code aspire:push} in this build: those of the services that it pushes. */
    private List<String> pushes(SessionPlan plan) throws MojoFailureException {
        List<Service> pushed = PushMojo.pushed(plan);
        ServiceTargets targets = ServiceTargets.of(
                pushed, plan.asked("aspire.services"), plan, ExcludedModules.of("push", session(), execution()));
        return targets.chosen().size() == pushed.size()
                ? List.of(StepNames.PUSH)
                : targets.chosen().stream().map(StepNames::push).toList();
    }

    private String layers(SessionPlan plan) throws MojoFailureException {
        try {
            return plan.layers(parts()).stream()
                    .flatMap(layers -> LayersText.lines(layers).stream())
                    .map(line -> line + '\n')
                    .collect(Collectors.joining());
        } catch (StepException | IOException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoFailureException("The run was cancelled");
        }
    }

    private void write(SessionPlan plan, String rendered) throws MojoFailureException {
        Optional<String> output = plan.onCommandLine("aspire.plan.output");
        if (output.isEmpty()) {
            rendered.lines().forEach(getLog()::info);
            return;
        }
        Path file =
                Path.of(session().getSystemProperties().getProperty("user.dir")).resolve(output.get());
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.write(file, rendered.getBytes(StandardCharsets.UTF_8));
            getLog().info("The plan is in " + file);
        } catch (IOException e) {
            throw new MojoFailureException("The plan cannot be written to %s: %s. Write another -Daspire.plan.output."
                    .formatted(file, e.getMessage()));
        }
    }
}
