package io.github.aspirejava.maven.modules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an execution of another plugin, as the POM declares it.
 *
 * @param root the root element of the configuration
 */
record PluginSettings(Xpp3Dom root) {
    /** Returns the configurations of the executions of a goal that are bound to a phase. */
    static List<PluginSettings> of(MavenProject project, String artifactId, String goal) {
        return project.getBuildPlugins().stream()
                .filter(plugin -> plugin.getArtifactId().equals(artifactId))
                .map(Plugin::getExecutions)
                .flatMap(List::stream)
                .filter(execution -> !"none".equals(execution.getPhase())
                        && execution.getGoals().contains(goal))
                .map(execution -> of(execution.getConfiguration()))
                .toList();
    }

    private static PluginSettings of(@Nullable Object configuration) {
        return new PluginSettings(configuration instanceof Xpp3Dom present ? present : new Xpp3Dom("configuration"));
    }

    /** Returns the text of an element, if there is any. */
    Optional<String> text(String name) {
        return text(root, name);
    }

    /** Returns whether an element has the given boolean value. */
    boolean is(boolean value, String name) {
        return text(name).equals(Optional.of(String.valueOf(value)));
    }

    /** Returns the texts of the items of a list. */
    List<String> items(String list) {
        return children(list)
                .map(Xpp3Dom::getValue)
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .toList();
    }

    /** Returns the texts of an element of each item of a list. */
    List<String> items(String list, String name) {
        return children(list)
                .map(item -> text(item, name))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the configuration within an element. */
    PluginSettings child(String name) {
        return of(root.getChild(name));
    }

    /** Returns the directory that an element names, else that of the module's build. */
    Path directory(MavenProject project, String name) {
        return text(name)
                .map(path -> project.getBasedir().toPath().resolve(path))
                .orElseGet(() -> ModuleArtifacts.buildDirectory(project));
    }

    private Stream<Xpp3Dom> children(String list) {
        return Stream.ofNullable(root.getChild(list)).map(Xpp3Dom::getChildren).flatMap(Stream::of);
    }

    /** Returns the text of an element; empty if a property is left in it: Maven would have replaced a known one. */
    private static Optional<String> text(Xpp3Dom parent, String name) {
        return Optional.ofNullable(parent.getChild(name))
                .map(Xpp3Dom::getValue)
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.contains("${"));
    }
}
