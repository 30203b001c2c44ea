package io.github.aspirejava.maven;

import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.maven.overlap.ClosingListener;
import io.github.aspirejava.maven.plan.ExcludedModules;
import io.github.aspirejava.maven.plan.MavenParts;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.maven.session.AspireSession;
import io.github.aspirejava.maven.session.ExecutionRun;
import io.github.aspirejava.steps.InvalidGraphException;
import io.github.aspirejava.steps.UnknownStepException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * The base class of all goals: they can be skipped, and work on the session's plan.
 *
 * <p>Each goal declares that it requires no project. Maven executes such a goal once for the whole build if it is on
 * the command line, and resolves the plugin's prefix in the root only: modules need not declare the plugin. Bound to a
 * phase it is still executed in each module, and concurrently with other goals: for a goal that is declared as an
 * aggregator Maven would block all other modules meanwhile.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class AspireMojo extends PropertiesMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /**
     * Skips every goal of this plugin, in all modules or, in its own POM, in one. {@code -Daspire.skip} overrides it.
     * The property {@code aspire.GOAL.skip} skips one goal, as in {@code aspire.push.skip}.
     */
    @Parameter(property = "aspire.skip", defaultValue = "false")
    @SuppressWarnings("UnusedVariable") // read by ExcludedModules, for any module
    private boolean skip;

    private ExecutionRun run;

    @Inject
    private ProjectDependenciesResolver dependencies;

    @Inject
    private RepositorySystem repositories;

    @Inject
    private SettingsDecrypter decrypter;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (!session.getRequest().isProjectPresent()) {
            throw new MojoFailureException(
                    "There is no POM in this directory. Run this where the root POM of the application is.");
        }
        AspireSession aspire = AspireSession.of(session);
        ClosingListener.register(aspire, session);
        aspire.pass(execution, project);
        boolean skipped = execution.getSource() == MojoExecution.Source.CLI
                ? leftOut().skipsAll(project)
                : leftOut().skips(project);
        if (skipped) {
            tellSkipped(aspire.existing(execution));
            return;
        }
        if (isWithoutModules()) {
            getLog().warn(
                            "-N leaves out the modules that services are built from, so that nothing is done. Run this without -N.");
            return;
        }
        prepare();
        try {
            run = aspire.run(session, execution);
            if (reportOnce("warnings")) {
                run.plan().warnings().forEach(warning -> getLog().warn(warning.message()));
            }
            execute(aspire, run.plan());
        } catch (InvalidModelException | InvalidGraphException | UnknownStepException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()));
        } finally {
            conclude();
        }
    }

    /** Tells the services of a module that skips the goal, as far as the model has been read. */
    private void tellSkipped(Optional<ExecutionRun> known) {
        List<String> services = known.stream()
                .map(ExecutionRun::plan)
                .flatMap(plan -> plan.model().services().stream()
                        .map(Service::name)
                        .filter(service -> plan.moduleOf(service).equals(Optional.of(project)))
                        .filter(service ->
                                known.get().reportOnce("%s leaves out %s".formatted(execution.getGoal(), service))))
                .toList();
        getLog().info(
                        services.isEmpty()
                                ? "Skipped"
                                : "Skipped. Left out: %s (%s skips this goal)"
                                        .formatted(String.join(", ", services), project.getArtifactId()));
    }

    /** Starts work that does not need the model, before the model is read. */
    void prepare() {}

    /** Completes the work of {@link #prepare}, however the goal ends. */
    void conclude() {}

    /** Executes the goal in one module. */
    abstract void execute(AspireSession aspire, SessionPlan plan) throws MojoExecutionException, MojoFailureException;

    /** Returns the run that the goal belongs to. */
    ExecutionRun run() {
        return run;
    }

    /** Returns true once for each {@code topic}, so that messages about the whole run are printed once. */
    boolean reportOnce(String topic) {
        return run.reportOnce(topic);
    }

    MavenSession session() {
        return session;
    }

    MavenProject project() {
        return project;
    }

    MojoExecution execution() {
        return execution;
    }

    /** Returns the components of Maven for the goal. */
    MavenParts parts() {
        return new MavenParts(
                dependencies, repositories, decrypter, execution.getPlugin().getId(), getLog());
    }

    /** Returns the modules for which the goal does nothing. */
    ExcludedModules leftOut() {
        return ExcludedModules.of(session, execution);
    }

    /** Returns whether {@code -N} keeps Maven from reading the modules: nothing is known of them then. */
    private boolean isWithoutModules() {
        return !session.getRequest().isRecursive() && !project.getModules().isEmpty();
    }
}
