package io.github.aspirejava.maven.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Build;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The configuration of a plugin in a project's own POM, in it and in its active profiles. The effective POM, which
 * Maven merges from a POM and its parents, does not tell the source any more: elements of the same name have become
 * one.
 */
final class OwnConfigurations {
    private OwnConfigurations() {}

    /** Returns the configurations of the plugin and of its executions. */
    static List<Xpp3Dom> of(MavenProject project, Plugin plugin) {
        List<Xpp3Dom> configurations = new ArrayList<>();
        for (Plugin declared : declarations(project, plugin)) {
            configuration(declared).ifPresent(configurations::add);
            declared.getExecutions()
                    .forEach(execution -> configuration(execution).ifPresent(configurations::add));
        }
        return configurations;
    }

    /** Returns the configurations of the plugin's executions, by their ids. */
    static Map<String, Xpp3Dom> ofExecutions(MavenProject project, Plugin plugin) {
        Map<String, Xpp3Dom> configurations = new LinkedHashMap<>();
        for (Plugin declared : declarations(project, plugin)) {
            declared.getExecutions()
                    .forEach(execution -> configuration(execution)
                            .ifPresent(configuration -> configurations.putIfAbsent(execution.getId(), configuration)));
        }
        return configurations;
    }

    private static List<Plugin> declarations(MavenProject project, Plugin plugin) {
        Model model = project.getOriginalModel();
        List<Plugin> declarations = new ArrayList<>();
        Build build = model.getBuild();
        if (build != null) {
            collect(build, plugin, declarations);
        }
        Set<String> active =
                project.getActiveProfiles().stream().map(Profile::getId).collect(Collectors.toSet());
        for (Profile profile : model.getProfiles()) {
            if (active.contains(profile.getId()) && profile.getBuild() != null) {
                collect(profile.getBuild(), plugin, declarations);
            }
        }
        return declarations;
    }

    private static void collect(BuildBase build, Plugin plugin, List<Plugin> declarations) {
        collectFrom(build, plugin, declarations);
        if (build.getPluginManagement() != null) {
            collectFrom(build.getPluginManagement(), plugin, declarations);
        }
    }

    private static void collectFrom(PluginContainer plugins, Plugin plugin, List<Plugin> declarations) {
        for (Plugin declared : plugins.getPlugins()) {
            if (declared.getArtifactId().equals(plugin.getArtifactId())
                    && declared.getGroupId().equals(plugin.getGroupId())) {
                declarations.add(declared);
            }
        }
    }

    private static Optional<Xpp3Dom> configuration(ConfigurationContainer container) {
        return container.getConfiguration() instanceof Xpp3Dom configuration
                ? Optional.of(configuration)
                : Optional.empty();
    }
}
