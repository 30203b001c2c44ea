package io.github.aspirejava.maven.plan;

import io.github.aspirejava.maven.modules.BuildModules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The configurations of the plugin in the POM that holds the model: its own and those of its executions, into which
 * Maven has merged its own. Executions whose configurations are equal, {@code <skip>} aside, share a run; any other has
 * a run to itself.
 */
public final class ModelConfigurations {
    /** The name of the run that reads the plugin's own configuration. */
    public static final String SHARED = "";

    private final @Nullable Plugin plugin;

    private ModelConfigurations(@Nullable Plugin plugin) {
        this.plugin = plugin;
    }

    /**
     * Finds the plugin of an execution in the project that holds the model, or in its plugin management: that, too,
     * configures a goal on the command line.
     */
    public static ModelConfigurations of(MavenSession session, MojoExecution execution) {
        return in(modules(session, execution).modelRoot(), execution);
    }

    static ModelConfigurations in(MavenProject root, MojoExecution execution) {
        String key = execution.getPlugin().getKey();
        Plugin declared = root.getPlugin(key);
        PluginManagement managed = root.getPluginManagement();
        return new ModelConfigurations(
                declared == null && managed != null ? managed.getPluginsAsMap().get(key) : declared);
    }

    /**
     * Returns the modules of a session. The model is in the root, or in a module that alone declares registries: the
     * only module of a build that has images, as a rule.
     */
    static BuildModules modules(MavenSession session, MojoExecution execution) {
        return new BuildModules(session, project -> in(project, execution).declaresRegistries());
    }

    private boolean declaresRegistries() {
        return plugin != null
                && Stream.concat(Stream.of(plugin), plugin.getExecutions().stream())
                        .map(ConfigurationContainer::getConfiguration)
                        .anyMatch(configuration -> configuration instanceof Xpp3Dom element
                                && (element.getChild("registries") != null
                                        || element.getChild("environments") != null));
    }

    /**
     * Returns the name of the run of an execution: {@link #SHARED}, or the id of the first execution with that
     * configuration.
     */
    public String run(String executionId) {
        String configuration = comparable(find(executionId));
        if (plugin == null || configuration.equals(comparable((Xpp3Dom) plugin.getConfiguration()))) {
            return SHARED;
        }
        return plugin.getExecutions().stream()
                .filter(execution ->
                        comparable((Xpp3Dom) execution.getConfiguration()).equals(configuration))
                .map(PluginExecution::getId)
                .findFirst()
                .orElse(executionId);
    }

    /**
     * Returns the name of the directory for the files about a run; empty if they need none of their own, because all
     * executions share the configuration.
     */
    public String directory(String run) {
        boolean alone = plugin != null
                && plugin.getExecutions().stream()
                                .map(execution -> comparable((Xpp3Dom) execution.getConfiguration()))
                                .distinct()
                                .count()
                        <= 1;
        return alone ? "" : run;
    }

    /** Returns the configuration of an execution; that of the plugin if the POM has no such execution. */
    @Nullable
    Xpp3Dom find(String executionId) {
        if (plugin == null) {
            return null;
        }
        PluginExecution execution = plugin.getExecutionsAsMap().get(executionId);
        return (Xpp3Dom) (execution == null ? plugin.getConfiguration() : execution.getConfiguration());
    }

    private static String comparable(@Nullable Xpp3Dom configuration) {
        if (configuration == null) {
            return "";
        }
        List<String> elements = new ArrayList<>();
        for (Xpp3Dom element : configuration.getChildren()) {
            if (!element.getName().equals("skip")) {
                elements.add(element.toString());
            }
        }
        return String.join("\n", elements);
    }
}
