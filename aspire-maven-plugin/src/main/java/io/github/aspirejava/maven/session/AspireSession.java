package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.maven.pipeline.SessionPipeline;
import io.github.aspirejava.maven.plan.MavenParts;
import io.github.aspirejava.maven.plan.PackagedModules;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.maven.report.ModuleFailure;
import io.github.aspirejava.maven.wiring.PipelineAssembly;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
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
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * The plugin's state for one Maven session. It is stored in the data of the repository session: that is one for all
 * modules and threads of a build, and is released with it; a plugin context would be one for each module.
 */
public final class AspireSession implements AutoCloseable {
    private final PackagedModules packaged = new PackagedModules();
    private final ReactorProgress progress = new ReactorProgress();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private @Nullable SessionPlan plan;
    private @Nullable SessionPipeline pipeline;

    private final Queue<Submission> postponed = new ConcurrentLinkedQueue<>();

    private volatile boolean joined;

    /** Targets that a goal has postponed until all modules are built. */
    private record Submission(List<String> targets, MavenProject project, MojoExecution execution) {}

    private AspireSession() {}

    /** Returns the instance of this session. */
    public static AspireSession of(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        data.set(AspireSession.class, null, new AspireSession());
        return (AspireSession) data.get(AspireSession.class);
    }

    /** Records that a goal is being executed in a module, even if it is skipped there. */
    public void pass(MojoExecution execution, MavenProject project) {
        packaged.pass(execution, project);
        progress.pass(execution, project);
    }

    /** Returns the plan, created by the first call. */
    public synchronized SessionPlan plan(MavenSession session, MojoExecution execution) throws InvalidModelException {
        if (plan == null) {
            plan = new SessionPlan(session, execution, packaged, joined);
        }
        return plan;
    }

    /** Returns the pipeline of the session, created by the first call. */
    public synchronized SessionPipeline pipeline(
            SessionPlan of, MavenSession session, MavenParts parts, RunListener listener) throws StepException {
        if (pipeline == null) {
            try {
                pipeline = new PipelineAssembly(session, parts, of).assemble(listener);
            } catch (CacheException | IllegalArgumentException e) {
                throw new StepException(String.valueOf(e.getMessage()), e);
            }
        }
        return pipeline;
    }

    /** Records that {@link #join} will be called before Maven reports the end of the build. */
    public void expectJoin() {
        joined = true;
    }

    /** Returns whether goals may leave the wait for their steps to the end of the build. */
    public boolean isJoined() {
        return joined;
    }

    /**
     * Waits for the steps that goals have handed over, and reports their outcome.
     *
     * @return the failures, by module, without those that an earlier call has returned
     */
    public List<ModuleFailure> join(MavenSession session) {
        SessionPlan planned = current();
        SessionPipeline running = running();
        if (planned == null || running == null) {
            return List.of();
        }
        try {
            for (Submission next = postponed.poll(); next != null; next = postponed.poll()) {
                running.submit(planned.runnable(next.targets()), next.project(), next.execution());
            }
            List<ModuleFailure> failures = running.join(
                    failure(session), service -> planned.moduleOf(service).filter(session.getProjects()::contains));
            running.conclude();
            return failures;
        } catch (StepException e) {
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The build was interrupted before all images were pushed", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The reports of the run cannot be written: " + e.getMessage(), e);
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

    private synchronized @Nullable SessionPlan current() {
        return plan;
    }

    private synchronized @Nullable SessionPipeline running() {
        return pipeline;
    }

    /**
     * Returns those of {@code targets} that can run now: in the last module that executes the goal, all of them. On the
     * command line the goal is executed once, after those before it.
     */
    public List<String> runnable(
            SessionPlan of, Collection<String> targets, MavenSession session, MojoExecution execution) {
        if (execution.getSource() == MojoExecution.Source.CLI) {
            return of.runnable(targets);
        }
        return progress.isLast(session, execution)
                ? List.copyOf(targets)
                : of.runnable(targets, progress.passed(execution));
    }

    /** Postpones targets to the end of the build. */
    public void postpone(List<String> targets, MavenProject project, MojoExecution execution) {
        postponed.add(new Submission(targets, project, execution));
    }

    /** Returns true once for each {@code goal}, so that messages about the whole session are printed once. */
    public boolean reportOnce(String goal) {
        return reported.add(goal);
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
