package io.github.aspirejava.maven.plan;

import io.github.aspirejava.maven.pom.BuildProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The modules that the user has excluded from a goal: modules that this build does not select, and modules that skip
 * it.
 */
public final class ExcludedModules {
    private final MavenSession session;
    private final String plugin;
    private final String goal;
    private final Optional<String> executionId;
    private final MojoExecution execution;

    private ExcludedModules(MavenSession session, MojoExecution execution, String goal, Optional<String> executionId) {
        this.session = session;
        this.execution = execution;
        this.plugin = execution.getPlugin().getKey();
        this.goal = goal;
        this.executionId = executionId;
    }

    /** Creates an instance for the goal that is executed. */
    public static ExcludedModules of(MavenSession session, MojoExecution execution) {
        return of(execution.getGoal(), session, execution);
    }

    /** Creates an instance for any goal, while that or another of this plugin is executed. */
    public static ExcludedModules of(String goal, MavenSession session, MojoExecution execution) {
        return new ExcludedModules(
                session,
                execution,
                goal,
                Optional.of(execution)
                        .filter(executed -> executed.getGoal().equals(goal))
                        .map(MojoExecution::getExecutionId));
    }

    /** Returns whether the goal does nothing for a module. */
    public boolean contains(MavenProject module) {
        return !session.getProjects().contains(module) || skips(module);
    }

    /**
     * Returns whether all modules of the build skip the goal. A module that does not declare the plugin does the same
     * as the root.
     *
     * @param root the project that a goal on the command line is executed in
     */
    public boolean skipsAll(MavenProject root) {
        return session.getProjects().stream()
                .allMatch(module -> skips(module) || (module.getPlugin(plugin) == null && skips(root)));
    }

    /**
     * Returns whether a module skips the goal: by {@code aspire.skip} or {@code aspire.GOAL.skip} on Maven's command
     * line, by {@code <skip>} in the plugin's configuration there, or by the same among the properties of the module.
     */
    public boolean skips(MavenProject module) {
        BuildProperties properties = new BuildProperties(session.getUserProperties(), module.getProperties());
        boolean all = properties
                .onCommandLine("aspire.skip")
                .or(() -> configured(module))
                .or(() -> properties.find("aspire.skip"))
                .map(Boolean::parseBoolean)
                .orElse(false);
        return all || properties.flag("aspire.%s.skip".formatted(goal));
    }

    /**
     * Returns the module's configuration of {@code <skip>} for the goal; if the module binds the goal several times, it
     * skips it only if all executions do.
     */
    private Optional<String> configured(MavenProject module) {
        Plugin declared = module.getPlugin(plugin);
        if (declared == null) {
            return Optional.empty();
        }
        List<ConfigurationContainer> configurations = new ArrayList<>(declared.getExecutions().stream()
                .filter(bound -> executionId
                        .map(bound.getId()::equals)
                        .orElse(bound.getGoals().contains(goal)))
                .toList());
        if (configurations.isEmpty()) {
            configurations.add(declared);
        }
        List<String> skips = configurations.stream()
                .flatMap(configuration -> skip(configuration, module).stream())
                .toList();
        return skips.size() < configurations.size()
                ? Optional.empty()
                : Optional.of(String.valueOf(skips.stream().allMatch(Boolean::parseBoolean)));
    }

    /**
     * Returns the value of {@code <skip>} as Maven evaluates it now. A property that a plugin sets while the module is
     * built has its value from then on; before, the module does not count as skipped.
     */
    private Optional<String> skip(ConfigurationContainer container, MavenProject module) {
        return container.getConfiguration() instanceof Xpp3Dom configuration
                ? Optional.ofNullable(configuration.getChild("skip"))
                        .map(Xpp3Dom::getValue)
                        .map(text ->
                                ModuleExpressions.of(session, execution, module).apply(text))
                : Optional.empty();
    }
}
