package io.github.aspirejava.maven.session;

import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The running pipeline of one Maven session. Every module's goals ask it for what they need; each step runs once,
 * whatever asks for it.
 */
public final class SessionPipeline implements AutoCloseable {
    private final PipelineRunner runner;
    private final TargetCheck check;
    private final RunSummary summary;
    private final ConcurrentLinkedQueue<Submission> submissions = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean concluded = new AtomicBoolean();

    SessionPipeline(PipelineRunner runner, TargetCheck check, RunSummary summary) {
        this.runner = runner;
        this.check = check;
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
        check.check(targets);
        try {
            return await(runner.run(targets));
        } finally {
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
        CompletableFuture<RunReport> run = runner.run(targets);
        submissions.add(new Submission(project, execution, targets, run));
    }

    /**
     * Waits for all that has been submitted since the last time.
     *
     * @param moduleOfService the module of this build that a service is made from
     */
    List<ModuleFailure> join(Function<String, Optional<MavenProject>> moduleOfService) throws InterruptedException {
        FailureReport report = new FailureReport(moduleOfService);
        for (Submission next = submissions.poll(); next != null; next = submissions.poll()) {
            report.add(next, await(next.run()));
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
        summary.print(report);
        summary.write(report);
    }

    /** Does what {@link #summarize} does, for the last time, if anything was asked for; if called again, nothing. */
    void conclude() throws IOException {
        if (!runner.report().steps().isEmpty() && concluded.compareAndSet(false, true)) {
            summarize();
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
