package io.github.aspirejava.maven.session;

import java.util.ArrayList;
import java.util.List;
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
 * What a project's POM itself says of a plugin, in it and in its active profiles. Of what Maven makes of a POM and its
 * parents nobody can tell any more whose it is: elements of the same name have become one.
 */
final class OwnConfigurations {
    private OwnConfigurations() {}

    /** The configurations of the plugin and of its executions. */
    static List<Xpp3Dom> of(MavenProject project, Plugin plugin) {
        Model model = project.getOriginalModel();
        List<Xpp3Dom> configurations = new ArrayList<>();
        Build build = model.getBuild();
        if (build != null) {
            collect(build, plugin, configurations);
        }
        Set<String> active =
                project.getActiveProfiles().stream().map(Profile::getId).collect(Collectors.toSet());
        for (Profile profile : model.getProfiles()) {
            if (active.contains(profile.getId()) && profile.getBuild() != null) {
                collect(profile.getBuild(), plugin, configurations);
            }
        }
        return configurations;
    }

    private static void collect(BuildBase build, Plugin plugin, List<Xpp3Dom> configurations) {
        collectFrom(build, plugin, configurations);
        if (build.getPluginManagement() != null) {
            collectFrom(build.getPluginManagement(), plugin, configurations);
        }
    }

    private static void collectFrom(PluginContainer plugins, Plugin plugin, List<Xpp3Dom> configurations) {
        for (Plugin declared : plugins.getPlugins()) {
            if (declared.getArtifactId().equals(plugin.getArtifactId())
                    && declared.getGroupId().equals(plugin.getGroupId())) {
                add(declared, configurations);
                declared.getExecutions().forEach(execution -> add(execution, configurations));
            }
        }
    }

    private static void add(ConfigurationContainer container, List<Xpp3Dom> configurations) {
        if (container.getConfiguration() instanceof Xpp3Dom configuration) {
            configurations.add(configuration);
        }
    }
}
