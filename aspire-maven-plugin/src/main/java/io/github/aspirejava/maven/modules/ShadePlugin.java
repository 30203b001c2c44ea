package io.github.aspirejava.maven.modules;

import io.github.aspirejava.builder.module.ClasspathJar;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.project.MavenProject;

/**
 * The libraries that the shade plugin puts into a jar, by the {@code artifactSet} of its configuration: their classes
 * may have been moved to other packages or left out, so that they cannot be recognized in the jar itself.
 *
 * @param classifier the classifier of the shaded jar; empty if it replaces the main artifact
 * @param outputFile the shaded jar, if the plugin leaves the module's artifacts unchanged
 * @param includes patterns of artifacts; none for all
 * @param excludes patterns of artifacts
 * @param relocated the packages, written with slashes, that classes are moved to
 */
record ShadePlugin(
        String classifier,
        Optional<Path> outputFile,
        List<Pattern> includes,
        List<Pattern> excludes,
        List<String> relocated) {
    ShadePlugin {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        relocated = List.copyOf(relocated);
    }

    /** Returns the executions of the plugin in a module's build. */
    static List<ShadePlugin> of(MavenProject project) {
        return PluginSettings.of(project, "maven-shade-plugin", "shade").stream()
                .map(settings -> of(project, settings))
                .toList();
    }

    private static ShadePlugin of(MavenProject project, PluginSettings settings) {
        Optional<Path> outputFile = settings.text("outputFile")
                .map(file -> project.getBasedir().toPath().resolve(file));
        String classifier = settings.is(true, "shadedArtifactAttached")
                ? settings.text("shadedClassifierName").orElse("shaded")
                : "";
        PluginSettings set = settings.child("artifactSet");
        return new ShadePlugin(
                outputFile
                        .map(file -> PackagedFile.unattached(project.getBuild().getFinalName(), file)
                                .classifier())
                        .orElse(classifier),
                outputFile,
                patterns(set.items("includes")),
                patterns(set.items("excludes")),
                settings.items("relocations", "shadedPattern").stream()
                        .map(name -> name.replace('.', '/'))
                        .toList());
    }

    /** Returns whether the plugin puts a library into the jar. */
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

    /** Compiles patterns, which have asterisks; a group alone stands for all of its artifacts. */
    private static List<Pattern> patterns(List<String> texts) {
        return texts.stream()
                .map(text -> Pattern.compile(text.contains(":") ? glob(text) : glob(text) + ":.*"))
                .toList();
    }

    private static String glob(String text) {
        return Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
