package io.github.aspirejava.maven.session;

import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.maven.pipeline.SessionPipeline;
import io.github.aspirejava.maven.plan.MavenParts;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.maven.report.ModuleFailure;
import io.github.aspirejava.maven.wiring.PipelineAssembly;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The plan and the pipeline of the executions that share a configuration. */
public final class ExecutionRun implements AutoCloseable {
    private final SessionPlan plan;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final Queue<Submission> postponed = new ConcurrentLinkedQueue<>();
    private @Nullable SessionPipeline pipeline;

    /** Targets that a goal has postponed until all modules are built. */
    private record Submission(List<String> targets, MavenProject project, MojoExecution execution) {}

    ExecutionRun(SessionPlan plan) {
        this.plan = plan;
    }

    /** Returns the plan. */
    public SessionPlan plan() {
        return plan;
    }

    /** Returns the pipeline, created by the first call. */
    public synchronized SessionPipeline pipeline(MavenSession session, MavenParts parts, RunListener listener)
            throws StepException {
        if (pipeline == null) {
            try {
                pipeline = new PipelineAssembly(session, parts, plan).assemble(listener);
            } catch (CacheException | IllegalArgumentException e) {
                throw new StepException(String.valueOf(e.getMessage()), e);
            }
        }
        return pipeline;
    }

    private synchronized @Nullable SessionPipeline running() {
        return pipeline;
    }

    /** Postpones targets to the end of the build. */
    public void postpone(List<String> targets, MavenProject project, MojoExecution execution) {
        postponed.add(new Submission(targets, project, execution));
    }

    /** Returns true once for each {@code topic}, so that messages about the whole run are printed once. */
    public boolean reportOnce(String topic) {
        return reported.add(topic);
    }

    /**
     * Waits for the steps that goals have handed over, and reports their outcome.
     *
     * @return the failures, by module, without those that an earlier call has returned
     */
    List<ModuleFailure> join(MavenSession session) throws StepException, InterruptedException, IOException {
        SessionPipeline running = running();
        if (running == null) {
            return List.of();
        }
        for (Submission next = postponed.poll(); next != null; next = postponed.poll()) {
            running.submit(plan.runnable(next.targets()), next.project(), next.execution());
        }
        List<ModuleFailure> failures = running.join(
                failure(session), service -> plan.moduleOf(service).filter(session.getProjects()::contains));
        running.conclude();
        return failures;
    }

    /** Cancels all steps, and reports what they have done. */
    void breakOff() {
        SessionPipeline running = running();
        if (running != null) {
            running.breakOff();
        }
    }

    /** Returns the reason why the build is not a success so far; empty if it is one. */
    private static Optional<String> failure(MavenSession session) {
        MavenExecutionResult result = session.getResult();
        if (!result.hasExceptions()) {
            return Optional.empty();
        }
        String modules = session.getProjects().stream()
                .filter(project -> result.getBuildSummary(project) instanceof BuildFailure)
                .map(MavenProject::getArtifactId)
                .collect(Collectors.joining(", "));
        return Optional.of("Maven has not built %s, and <release> is together: no tag was moved."
                .formatted(modules.isEmpty() ? "all modules" : modules));
    }

    /** Releases the threads of the pipeline, if there is one. */
    @Override
    public void close() {
        SessionPipeline running = running();
        if (running != null) {
            running.close();
        }
    }
}
