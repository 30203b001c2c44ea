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
 * The running pipeline of one Maven session. Every module's goals ask it for what they need; each step runs once,
 * whatever asks for it.
 */
public final class SessionPipeline implements AutoCloseable {
    /** How long steps have to end when the JVM is told to end. */
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
     * Runs targets and what they wait for, as far as that has not run yet, and waits until it has ended. An interrupt
     * cancels everything.
     *
     * @return how these steps ended
     * @throws StepException if something is missing that they need; nothing has been started then
     * @throws IOException if what the run leaves behind cannot be written
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
     * Starts targets and what they wait for, as far as that has not been started yet, and leaves it to {@link #join} to
     * wait for them.
     *
     * @throws StepException if something is missing that they need; nothing has been started then
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

    /** What is told of the run tells of these services too, even if nobody comes to push them. */
    public void expect(Set<String> services) {
        summary.expect(services);
    }

    /**
     * Waits for all that has been submitted since the last time.
     *
     * @param failed why the build is no success, if it is none
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
     * Tells how everything that was asked for so far has ended, in files and to people.
     *
     * @throws IOException if the files cannot be written
     */
    public void summarize() throws IOException {
        RunReport report = runner.report();
        summary.write(report);
        summary.print(report);
    }

    /**
     * Does what {@link #summarize} does, for the last time, if anything was asked for; if called again, nothing.
     * Whoever calls it meanwhile waits: a JVM that is told to end must not do so in the middle.
     */
    public synchronized void conclude() throws IOException {
        if (!concluded && !runner.report().steps().isEmpty()) {
            concluded = true;
            summarize();
        }
    }

    /**
     * Ends what is going on when the JVM is told to end: no tag moves any more, and whoever watches learns what has.
     */
    private void breakOff() {
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
