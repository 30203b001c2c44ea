package io.github.aspirejava.maven.modules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds the files of a module that another build has packaged, at the paths that the configuration of the packaging
 * plugins determines.
 */
final class UsualPlaces {
    /** The packaging plugins, whose configurations name files in the same way. */
    private static final Set<String> PACKAGERS = Set.of(
            "maven-jar-plugin",
            "maven-war-plugin",
            "spring-boot-maven-plugin",
            "maven-shade-plugin",
            "maven-assembly-plugin");

    private static final List<String> EXTENSIONS = List.of("jar", "war");

    private final MavenProject project;
    private final Map<Path, PackagedFile> found = new LinkedHashMap<>();

    private UsualPlaces(MavenProject project) {
        this.project = project;
    }

    /** Returns the files that exist, the main artifact first. */
    static List<PackagedFile> of(MavenProject project) {
        UsualPlaces places = new UsualPlaces(project);
        UnattachedArchives.originals(project).forEach(places::add);
        places.add(ModuleArtifacts.buildDirectory(project), project.getBuild().getFinalName(), "");
        UnattachedArchives.of(project).forEach(places::add);
        for (Plugin plugin : project.getBuildPlugins()) {
            if (PACKAGERS.contains(plugin.getArtifactId())) {
                Stream.concat(
                                Stream.of(plugin.getConfiguration()),
                                plugin.getExecutions().stream().map(PluginExecution::getConfiguration))
                        .filter(Xpp3Dom.class::isInstance)
                        .forEach(configuration -> places.add((Xpp3Dom) configuration));
            }
            if (hasGoal(plugin, "test-jar")) {
                places.add(
                        ModuleArtifacts.buildDirectory(project),
                        project.getBuild().getFinalName(),
                        "tests");
            }
        }
        return List.copyOf(places.found.values());
    }

    private static boolean hasGoal(Plugin plugin, String goal) {
        return plugin.getExecutions().stream().map(PluginExecution::getGoals).anyMatch(goals -> goals.contains(goal));
    }

    private void add(Xpp3Dom configuration) {
        Path directory = text(configuration, "outputDirectory")
                .map(path -> project.getBasedir().toPath().resolve(path))
                .orElseGet(() -> ModuleArtifacts.buildDirectory(project));
        String name = text(configuration, "finalName").orElse(project.getBuild().getFinalName());
        String classifier = text(configuration, "classifier")
                .or(() -> text(configuration, "shadedClassifierName"))
                .orElse("");
        add(directory, name, classifier);
        Xpp3Dom descriptors = configuration.getChild("descriptorRefs");
        if (descriptors != null) {
            for (Xpp3Dom descriptor : descriptors.getChildren()) {
                add(directory, name, String.valueOf(descriptor.getValue()).strip());
            }
        }
    }

    private void add(Path directory, String name, String classifier) {
        for (String extension : EXTENSIONS) {
            Path file = directory.resolve(
                    classifier.isEmpty() ? name + '.' + extension : "%s-%s.%s".formatted(name, classifier, extension));
            if (Files.isRegularFile(file)) {
                add(new PackagedFile(classifier, extension, file));
            }
        }
    }

    private void add(PackagedFile file) {
        found.putIfAbsent(file.file().normalize(), file);
    }

    private static Optional<String> text(Xpp3Dom configuration, String child) {
        return Optional.ofNullable(configuration.getChild(child))
                .map(Xpp3Dom::getValue)
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.contains("${"));
    }
}
