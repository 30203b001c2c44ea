package io.github.aspirejava.maven;

import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.maven.console.PlainConsole;
import io.github.aspirejava.maven.pipeline.SessionPipeline;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.maven.session.AspireSession;
import io.github.aspirejava.maven.wiring.WarmUp;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepState;
import io.github.aspirejava.steps.StepNames;
import io.github.aspirejava.text.PrintableFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A goal that runs steps. Bound to a phase it is executed in every module, and each time runs the steps that are ready
 * by then: a service's as soon as its modules are packaged, and all others in the last module.
 */
abstract class PipelineMojo extends AspireMojo {
    /** Returns the steps that the goal stands for. */
    abstract List<String> targets(SessionPlan plan) throws MojoFailureException;

    /** Does no warm-up in a lifecycle: Maven has other modules to build, and needs the processors for them. */
    @Override
    final void prepare() {
        if (execution().getSource() == MojoExecution.Source.CLI) {
            WarmUp.begin(getLog());
        }
    }

    @Override
    final void conclude() {
        if (execution().getSource() == MojoExecution.Source.CLI) {
            WarmUp.awaitEnd();
        }
    }

    @Override
    final void execute(AspireSession aspire, SessionPlan plan) throws MojoExecutionException, MojoFailureException {
        List<String> targets = targets(plan);
        List<String> runnable = aspire.runnable(plan, targets, session(), execution());
        if (runnable.isEmpty()) {
            return;
        }
        try {
            SessionPipeline pipeline = run().pipeline(session(), parts(), new PlainConsole(getLog()));
            announce(pipeline, plan);
            boolean onCommandLine = execution().getSource() == MojoExecution.Source.CLI;
            if (aspire.isJoined() && onCommandLine && plan.isTooEarly(runnable)) {
                run().postpone(runnable, project(), execution());
                return;
            }
            if (aspire.isJoined() && (mayOverlap(plan) || plan.awaitsBuild(runnable))) {
                pipeline.submit(runnable, project(), execution());
                check(pipeline.run(awaited(plan)));
                return;
            }
            hint(plan);
            RunReport report = pipeline.run(runnable);
            boolean complete = onCommandLine || runnable.size() == targets.size();
            if (!aspire.isJoined()
                    && (complete || !report.succeeded())
                    && reportOnce(execution().getGoal())) {
                pipeline.summarize();
            }
            check(report);
        } catch (StepException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new MojoExecutionException("The reports of the run cannot be written: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The run was cancelled", e);
        }
    }

    /**
     * Returns whether the goal may return before its steps have ended, provided that the end of the build waits for
     * them.
     */
    boolean mayOverlap(SessionPlan plan) {
        return false;
    }

    /** Returns those of the steps that the goal waits for in any case. */
    List<String> awaited(SessionPlan plan) {
        return List.of();
    }

    /** Announces to the pipeline the steps that the goal will run in other modules. */
    void announce(SessionPipeline pipeline, SessionPlan plan) {}

    /**
     * Prints a hint about overlapping, but not for a goal on Maven's command line, which always waits: its work has to
     * be done when the next goal begins.
     */
    private void hint(SessionPlan plan) {
        if (execution().getSource() == MojoExecution.Source.LIFECYCLE
                && mayOverlap(plan)
                && session().getProjects().size() > 1
                && reportOnce("overlap")) {
            getLog().info(
                            "Each module waits for its own images. With <extensions>true</extensions> next to the plugin's <version>, they are pushed while Maven builds the following modules.");
        }
    }

    /**
     * Returns the steps of the services that the goal is for, each through {@code step}; with {@code aggregate} if
     * these are all.
     */
    List<String> targetsOf(
            List<? extends Service> services, SessionPlan plan, UnaryOperator<String> step, String aggregate)
            throws MojoFailureException {
        boolean isNew = reportOnce(execution().getGoal() + " leaves out");
        if (services.isEmpty() && isNew) {
            getLog().warn("There is nothing to do: the configuration of the plugin in %s has no service for this goal."
                    .formatted(plan.pom()));
        }
        ServiceTargets targets = ServiceTargets.of(services, plan.asked("aspire.services"), plan, leftOut());
        tellLeftOut(targets);
        if (isNew) {
            services.stream()
                    .filter(service -> targets.chosen().contains(service.name()))
                    .filter(service -> !plan.packagedEarlier(service).isEmpty())
                    .forEach(service -> getLog().warn(
                                    "The image of %s contains the artifacts of an earlier build of %s."
                                            .formatted(
                                                    service.name(), String.join(", ", plan.packagedEarlier(service)))));
        }
        List<String> steps = new ArrayList<>(targets.steps(step, aggregate, services.size()));
        for (Service service : services) {
            if (service instanceof BuiltService built
                    && built.isLoaded()
                    && targets.chosen().contains(service.name())) {
                steps.add(StepNames.load(service.name()));
            }
        }
        return steps;
    }

    /** Tells which services are left out, and why: once for each, because a module may skip the goal only later. */
    private void tellLeftOut(ServiceTargets targets) {
        Map<String, List<String>> services = new LinkedHashMap<>();
        targets.leftOut().forEach((service, why) -> {
            if (reportOnce("%s leaves out %s".formatted(execution().getGoal(), service))) {
                services.computeIfAbsent(why, reason -> new ArrayList<>()).add(service);
            }
        });
        services.forEach((why, names) -> getLog().info("Left out: %s (%s)".formatted(String.join(", ", names), why)));
    }

    private static void check(RunReport report) throws MojoExecutionException {
        if (!report.succeeded()) {
            throw failure(report);
        }
    }

    /**
     * Returns an exception that lists the failures. Steps that were skipped or cancelled because of them are in the
     * summary. Stack traces are printed with {@code -e}.
     */
    private static MojoExecutionException failure(RunReport report) {
        List<StepReport> failed = report.in(StepState.FAILED);
        String message = failed.isEmpty()
                ? "The run was cancelled"
                : failed.stream()
                        .map(step -> "%s failed: %s"
                                .formatted(step.step(), step.reason().orElse("")))
                        .collect(Collectors.joining("\n"));
        MojoExecutionException exception = new MojoExecutionException(message);
        for (StepReport step : failed) {
            if (step.outcome() instanceof StepOutcome.Failed cause) {
                exception.addSuppressed(PrintableFailure.of(cause.error()));
            }
        }
        return exception;
    }
}
