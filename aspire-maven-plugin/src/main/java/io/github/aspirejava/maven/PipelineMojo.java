package io.github.aspirejava.maven;

import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.NearestName;
import io.github.aspirejava.maven.console.PlainConsole;
import io.github.aspirejava.maven.session.AspireSession;
import io.github.aspirejava.maven.session.MavenParts;
import io.github.aspirejava.maven.session.SessionPipeline;
import io.github.aspirejava.maven.session.SessionPlan;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepState;
import io.github.aspirejava.view.SummaryText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * A goal that runs steps. It is executed in every module, and asks each time for what can run by then: a service as
 * soon as its module is packaged, and everything in the last module.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class PipelineMojo extends AspireMojo {
    private static final int WIDTH = 100;

    @Inject
    private ProjectDependenciesResolver dependencies;

    @Inject
    private SettingsDecrypter decrypter;

    /** The steps that the goal stands for. */
    abstract List<String> targets(SessionPlan plan) throws MojoFailureException;

    @Override
    final void execute(AspireSession aspire, SessionPlan plan) throws MojoExecutionException, MojoFailureException {
        List<String> targets = targets(plan);
        List<String> runnable = aspire.runnable(plan, targets, session(), execution());
        if (runnable.isEmpty()) {
            return;
        }
        try {
            SessionPipeline pipeline = aspire.pipeline(
                    plan, session(), new MavenParts(dependencies, decrypter), new PlainConsole(getLog()));
            RunReport report = pipeline.run(runnable);
            boolean complete = runnable.size() == targets.size();
            if ((complete || !report.succeeded())
                    && aspire.reportOnce(execution().getGoal())) {
                SummaryText.lines(pipeline.report(), WIDTH).forEach(getLog()::info);
            }
            if (!report.succeeded()) {
                throw failure(report);
            }
        } catch (StepException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new MojoExecutionException("The reports of the run cannot be written: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted", e);
        }
    }

    /**
     * The steps of the services that were asked for, each through {@code step}, or of all services and then
     * {@code aggregate}. A service whose module is left out of the build is left out too.
     */
    List<String> targetsOfServices(
            SessionPlan plan, List<BuiltService> services, UnaryOperator<String> step, String aggregate)
            throws MojoFailureException {
        List<String> known = services.stream().map(BuiltService::name).toList();
        List<String> leftOut = services.stream()
                .filter(service -> plan.isMadeFrom(leftOut(), service))
                .map(BuiltService::name)
                .toList();
        List<String> asked = list("aspire.services");
        for (String service : asked) {
            if (!known.contains(service)) {
                throw new MojoFailureException("There is no service '%s' for this goal. Write %s."
                        .formatted(
                                service,
                                NearestName.of(service, known)
                                        .map("-Daspire.services=%s"::formatted)
                                        .orElse("some of " + String.join(", ", known))));
            }
        }
        for (String service : asked) {
            if (leftOut.contains(service)) {
                throw new MojoFailureException(
                        "The module of service '%s' is left out of this build, or skips it. Take it in, or leave '%s' out of -Daspire.services."
                                .formatted(service, service));
            }
        }
        List<String> targets = new ArrayList<>((asked.isEmpty() ? known : asked)
                .stream()
                        .filter(service -> !leftOut.contains(service))
                        .map(step)
                        .toList());
        if (asked.isEmpty() && leftOut.isEmpty()) {
            targets.add(aggregate);
        }
        return targets;
    }

    /**
     * What failed. What was skipped or cancelled because of it stands in the summary. Stack traces are for {@code -e}.
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
                exception.addSuppressed(cause.error());
            }
        }
        return exception;
    }
}
