package io.github.aspirejava.maven.modules;

import io.github.aspirejava.build.ClasspathJar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that the shade plugin puts into a jar, by the {@code artifactSet} of its configuration: their classes
 * may have been moved to other packages or left out, so that the jar itself does not tell.
 *
 * @param classifier of the shaded jar; empty if it replaces the main artifact
 * @param includes patterns of artifacts; none for all
 * @param excludes patterns of artifacts
 * @param relocated the packages, written with slashes, that classes are moved to
 */
record ShadePlugin(String classifier, List<Pattern> includes, List<Pattern> excludes, List<String> relocated) {
    private static final String ARTIFACT_ID = "maven-shade-plugin";

    ShadePlugin {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        relocated = List.copyOf(relocated);
    }

    /** The executions of the plugin in a module's build. */
    static List<ShadePlugin> of(MavenProject project) {
        List<ShadePlugin> executions = new ArrayList<>();
        for (Plugin plugin : project.getBuildPlugins()) {
            if (plugin.getArtifactId().equals(ARTIFACT_ID)) {
                for (PluginExecution execution : plugin.getExecutions()) {
                    if (execution.getGoals().contains("shade") && !"none".equals(execution.getPhase())) {
                        executions.add(of((Xpp3Dom) execution.getConfiguration()));
                    }
                }
            }
        }
        return executions;
    }

    private static ShadePlugin of(@Nullable Xpp3Dom configuration) {
        if (configuration == null) {
            return new ShadePlugin("", List.of(), List.of(), List.of());
        }
        boolean attached = value(configuration, "shadedArtifactAttached").equals(Optional.of("true"));
        Xpp3Dom set = configuration.getChild("artifactSet");
        return new ShadePlugin(
                attached ? value(configuration, "shadedClassifierName").orElse("shaded") : "",
                set == null ? List.of() : patterns(set.getChild("includes")),
                set == null ? List.of() : patterns(set.getChild("excludes")),
                values(configuration.getChild("relocations"), "shadedPattern").stream()
                        .map(name -> name.replace('.', '/'))
                        .toList());
    }

    /** Whether the plugin puts a library into the jar. */
    boolean includes(ClasspathJar jar) {
        String[] id = jar.library().id().split(":", -1);
        String classifier = id.length == 4 ? id[2] : "";
        List<String> names = List.of(
                "%s:%s".formatted(id[0], id[1]),
                "%s:%s:jar".formatted(id[0], id[1]),
                "%s:%s:jar:%s".formatted(id[0], id[1], classifier),
                "%s:%s:%s".formatted(id[0], id[1], classifier));
        return (includes.isEmpty() || matches(includes, names)) && !matches(excludes, names);
    }

    private static boolean matches(List<Pattern> patterns, List<String> names) {
        return patterns.stream()
                .anyMatch(pattern ->
                        names.stream().anyMatch(name -> pattern.matcher(name).matches()));
    }

    /** Patterns have asterisks; a group alone stands for all of its artifacts. */
    private static List<Pattern> patterns(@Nullable Xpp3Dom list) {
        List<Pattern> patterns = new ArrayList<>();
        if (list != null) {
            for (Xpp3Dom item : list.getChildren()) {
                String text = String.valueOf(item.getValue()).strip();
                String glob =
                        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
                patterns.add(Pattern.compile(text.contains(":") ? glob : glob + ":.*"));
            }
        }
        return patterns;
    }

    private static List<String> values(@Nullable Xpp3Dom list, String child) {
        List<String> values = new ArrayList<>();
        if (list != null) {
            for (Xpp3Dom item : list.getChildren()) {
                value(item, child).ifPresent(values::add);
            }
        }
        return values;
    }

    private static Optional<String> value(Xpp3Dom parent, String child) {
        return Optional.ofNullable(parent.getChild(child))
                .map(Xpp3Dom::getValue)
                .map(String::strip);
    }
}
