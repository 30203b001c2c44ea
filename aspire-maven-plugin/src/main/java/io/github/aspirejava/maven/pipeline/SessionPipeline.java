package io.github.aspirejava.maven.pipeline;

import io.github.aspirejava.maven.checks.TargetCheck;
import io.github.aspirejava.maven.report.FailureReport;
import io.github.aspirejava.maven.report.ModuleFailure;
import io.github.aspirejava.maven.report.RunSummary;
import io.github.aspirejava.maven.report.Submission;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepNames;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The running pipeline of one Maven session. The goals of every module request their targets from it; each step runs
 * once, however often it is requested.
 */
public final class SessionPipeline implements AutoCloseable {
    /** The time that steps have to end when the JVM shuts down. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PipelineRunner runner;
    private final TargetCheck check;
    private final BuildGate gate;
    private final RunSummary summary;
    private final ConcurrentLinkedQueue<Submission> submissions = new ConcurrentLinkedQueue<>();
    private final Set<String> requested = ConcurrentHashMap.newKeySet();
    private final ShutdownHook hook = new ShutdownHook(this::breakOff);
    private boolean concluded;

    public SessionPipeline(PipelineRunner runner, TargetCheck check, BuildGate gate, RunSummary summary) {
        this.runner = runner;
        this.check = check;
        this.gate = gate;
        this.summary = summary;
    }

    /**
     * Runs targets and their dependencies, as far as they have not run yet, and waits for their end. An interrupt
     * cancels everything.
     *
     * @return the outcome of these steps
     * @throws StepException if a precondition is not met; nothing has been started then
     * @throws IOException if the files about the run cannot be written
     */
    public RunReport run(Collection<String> targets) throws StepException, InterruptedException, IOException {
        if (targets.isEmpty()) {
            return new RunReport(Instant.EPOCH, Duration.ZERO, List.of());
        }
        check.check(targets);
        hook.hold();
        try {
            return await(start(targets));
        } finally {
            hook.release();
            summary.write(runner.report());
        }
    }

    /**
     * Starts targets and their dependencies, as far as they have not been started yet; {@link #join} waits for them.
     *
     * @throws StepException if a precondition is not met; nothing has been started then
     */
    public void submit(List<String> targets, MavenProject project, MojoExecution execution) throws StepException {
        check.check(targets);
        hook.hold();
        submissions.add(new Submission(project, execution, targets, start(targets)));
    }

    private CompletableFuture<RunReport> start(Collection<String> targets) {
        requested.addAll(targets);
        return runner.run(targets);
    }

    /** Includes these services in the report of the run, even if no goal pushes them. */
    public void expect(Set<String> services) {
        summary.expect(services);
    }

    /**
     * Waits for all steps that have been submitted since the last call.
     *
     * @param failed the reason if the build has failed
     * @param moduleOfService the module of this build that a service is made from
     */
    public List<ModuleFailure> join(Optional<String> failed, Function<String, Optional<MavenProject>> moduleOfService)
            throws InterruptedException {
        gate.decide(failed);
        if (failed.isPresent() && runner.graph().find(StepNames.AWAIT_BUILD).isPresent()) {
            await(start(List.of(StepNames.AWAIT_BUILD)));
        }
        FailureReport report = new FailureReport(moduleOfService);
        for (Submission next = submissions.poll(); next != null; next = submissions.poll()) {
            try {
                report.add(next, await(next.run()));
            } finally {
                hook.release();
            }
        }
        return report.failures();
    }

    /**
     * Reports the outcome of all requested steps, in files and on the console.
     *
     * @throws IOException if the files cannot be written
     */
    public void summarize() throws IOException {
        RunReport report = runner.report();
        summary.write(report);
        summary.print(report);
    }

    /**
     * Executes {@link #summarize} for the last time, if any step was requested; does nothing if called again. A
     * concurrent call waits: a JVM that shuts down must not do so in the middle.
     */
    public synchronized void conclude() throws IOException {
        if (!concluded && !runner.report().steps().isEmpty()) {
            concluded = true;
            summarize();
        }
    }

    /** Aborts the run: no further tag moves, and the console reports those that have moved. */
    public void breakOff() {
        runner.cancel();
        summary.interrupted();
        try {
            // Cancelled steps end at once, unless they compress or wait for another process.
            runner.run(requested).handle((report, e) -> true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            conclude();
        } catch (TimeoutException | ExecutionException | IOException e) {
            summary.unfinished(runner.report(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunReport await(Future<RunReport> run) throws InterruptedException {
        try {
            return run.get();
        } catch (InterruptedException e) {
            runner.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The run could not be watched", e.getCause());
        }
    }

    @Override
    public void close() {
        runner.close();
    }
}
