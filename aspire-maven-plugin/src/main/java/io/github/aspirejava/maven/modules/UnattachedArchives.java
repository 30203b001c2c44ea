package io.github.aspirejava.maven.modules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Archives that Spring Boot repackages with {@code <attach>false</attach>}: they are what is run, but no artifacts of
 * the module. Where one takes the place of the module's jar, that jar is the module's artifact under another name, so
 * that other modules can depend on it.
 */
final class UnattachedArchives {
    private static final String ORIGINAL = ".original";

    private UnattachedArchives() {}

    /** The archives that exist. */
    static List<PackagedFile> of(MavenProject project) {
        String extension = project.getPackaging().equals("war") ? "war" : "jar";
        return project.getBuildPlugins().stream()
                .filter(plugin -> plugin.getArtifactId().equals(BootModule.PLUGIN))
                .map(Plugin::getExecutions)
                .flatMap(List::stream)
                .filter(BootModule::isRepackaging)
                .map(PluginExecution::getConfiguration)
                .flatMap(Stream::ofNullable)
                .map(Xpp3Dom.class::cast)
                .filter(configuration -> text(configuration, "attach").equals(Optional.of("false"))
                        && !text(configuration, "skip").equals(Optional.of("true")))
                .map(configuration -> archive(project, configuration, extension))
                .filter(archive -> Files.isRegularFile(archive.file()))
                .toList();
    }

    private static PackagedFile archive(MavenProject project, Xpp3Dom configuration, String extension) {
        String classifier = text(configuration, "classifier").orElse("");
        Path directory = text(configuration, "outputDirectory")
                .map(path -> project.getBasedir().toPath().resolve(path))
                .orElseGet(() -> ModuleArtifacts.buildDirectory(project));
        String name = project.getBuild().getFinalName() + (classifier.isEmpty() ? "" : '-' + classifier);
        return new PackagedFile(classifier, extension, directory.resolve(name + '.' + extension));
    }

    /** The jars of the module whose places archives have taken. */
    static List<PackagedFile> originals(MavenProject project) {
        return of(project).stream()
                .filter(PackagedFile::isMain)
                .map(archive -> new PackagedFile(
                        "",
                        archive.extension(),
                        archive.file().resolveSibling(archive.file().getFileName() + ORIGINAL)))
                .filter(original -> Files.isRegularFile(original.file()))
                .toList();
    }

    /** The name of a file as it was before an archive took its place. */
    static String originalName(String name) {
        return name.endsWith(ORIGINAL) ? name.substring(0, name.length() - ORIGINAL.length()) : name;
    }

    private static Optional<String> text(Xpp3Dom configuration, String child) {
        return Optional.ofNullable(configuration.getChild(child))
                .map(Xpp3Dom::getValue)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
