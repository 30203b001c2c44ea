package io.github.aspirejava.maven.modules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Archives that plugins package without attaching them: they are run, but are not artifacts of the module. If Spring
 * Boot's archive replaces the module's jar, that jar is the module's artifact under another name, so that other modules
 * can depend on it.
 */
final class UnattachedArchives {
    private static final String ORIGINAL = ".original";

    private UnattachedArchives() {}

    /** Returns the archives that exist. */
    static List<PackagedFile> of(MavenProject project) {
        Stream<Path> shaded =
                ShadePlugin.of(project).stream().map(ShadePlugin::outputFile).flatMap(Optional::stream);
        Stream<Path> assembled = PluginSettings.of(project, AssemblyPlugin.ARTIFACT_ID, AssemblyPlugin.GOAL).stream()
                .filter(settings -> settings.is(false, "attach"))
                .map(settings -> AssemblyPlugin.jars(project, settings))
                .flatMap(List::stream);
        String finalName = project.getBuild().getFinalName();
        return Stream.concat(
                        boot(project),
                        Stream.concat(shaded, assembled).map(file -> PackagedFile.unattached(finalName, file)))
                .filter(archive -> Files.isRegularFile(archive.file()))
                .toList();
    }

    private static Stream<PackagedFile> boot(MavenProject project) {
        String extension = project.getPackaging().equals("war") ? "war" : "jar";
        return PluginSettings.of(project, BootModule.PLUGIN, BootModule.GOAL).stream()
                .filter(settings -> settings.is(false, "attach") && !settings.is(true, "skip"))
                .map(settings -> archive(project, settings, extension));
    }

    private static PackagedFile archive(MavenProject project, PluginSettings settings, String extension) {
        String classifier = settings.text("classifier").orElse("");
        String name = project.getBuild().getFinalName() + (classifier.isEmpty() ? "" : '-' + classifier);
        return new PackagedFile(
                classifier,
                extension,
                settings.directory(project, "outputDirectory").resolve(name + '.' + extension));
    }

    /** Returns the jars of the module that archives have replaced. */
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

    /** Returns the name of a file before an archive replaced it. */
    static String originalName(String name) {
        return name.endsWith(ORIGINAL) ? name.substring(0, name.length() - ORIGINAL.length()) : name;
    }
}
