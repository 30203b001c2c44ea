package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.maven.plan.ModelConfigurations;
import io.github.aspirejava.maven.plan.PackagedModules;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.maven.report.ModuleFailure;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
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
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, ExecutionRun> runs = new LinkedHashMap<>();
    private @Nullable ModelConfigurations configurations;

    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean joined;

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

    /**
     * Returns the run of an execution, created by the first call for its configuration.
     *
     * @throws InvalidModelException if the configuration is not a valid model
     */
    public synchronized ExecutionRun run(MavenSession session, MojoExecution execution) throws InvalidModelException {
        if (configurations == null) {
            configurations = ModelConfigurations.of(session, execution);
        }
        String name = names.computeIfAbsent(execution.getExecutionId(), configurations::run);
        ExecutionRun run = runs.get(name);
        if (run == null) {
            run = new ExecutionRun(
                    new SessionPlan(session, execution, packaged, joined, configurations.directory(name)));
            runs.put(name, run);
        }
        return run;
    }

    /** Returns the run of an execution if a module has created it. */
    public synchronized Optional<ExecutionRun> existing(MojoExecution execution) {
        return Optional.ofNullable(names.get(execution.getExecutionId())).map(runs::get);
    }

    /** Records that {@link #join} will be called before Maven reports the end of the build. */
    public void expectJoin() {
        joined = true;
    }

    /** Returns true once for a session whose end nobody awaits, so that its threads have to be released there. */
    public boolean isToBeClosed() {
        return !joined && closing.compareAndSet(false, true);
    }

    /** Returns whether goals may leave the wait for their steps to the end of the build. */
    public boolean isJoined() {
        return joined;
    }

    /**
     * Waits for the steps that goals have handed over, and reports their outcome. An interrupt cancels all of them.
     *
     * @return the failures, by module, without those that an earlier call has returned
     * @throws MojoExecutionException if the run was cancelled, or if it cannot be reported
     */
    public List<ModuleFailure> join(MavenSession session) throws MojoExecutionException {
        List<ModuleFailure> failures = new ArrayList<>();
        try {
            for (ExecutionRun run : all()) {
                failures.addAll(run.join(session));
            }
            return failures;
        } catch (StepException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            all().forEach(ExecutionRun::breakOff);
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The run was cancelled", e);
        } catch (IOException e) {
            throw new MojoExecutionException("The reports of the run cannot be written: " + e.getMessage(), e);
        }
    }

    private synchronized List<ExecutionRun> all() {
        return List.copyOf(runs.values());
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

    /** Releases the threads of the pipelines. */
    @Override
    public void close() {
        all().forEach(ExecutionRun::close);
    }
}
