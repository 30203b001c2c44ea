package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Maven whose local repository is empty. The plugin comes from a directory that stands for Maven Central; all that
 * others have released comes from the local repository of this build, as from a mirror, and else from Central.
 */
final class FreshMaven {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Sample project;
    private final Path local = Workspace.newDirectory("empty-repository");
    private final Path settings;

    FreshMaven(Sample project, Path released) {
        this.project = project;
        String repositories = repository("released", released)
                + repository("machine", Path.of(Workspace.setting("aspire.it.repository")));
        String text = """
                <settings>
                  <pluginGroups><pluginGroup>io.github.aspirejava</pluginGroup></pluginGroups>
                  <profiles>
                    <profile>
                      <id>fresh</id>
                      <repositories>%1$s</repositories>
                      <pluginRepositories>%2$s</pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>fresh</activeProfile></activeProfiles>
                </settings>
                """.formatted(
                        repositories.replace("ENTRY", "repository"), repositories.replace("ENTRY", "pluginRepository"));
        try {
            settings = Files.writeString(local.resolveSibling(local.getFileName() + ".xml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String repository(String id, Path directory) {
        return "<ENTRY><id>%s</id><url>%s</url><snapshots><enabled>false</enabled></snapshots></ENTRY>"
                .formatted(id, directory.toUri());
    }

    BuildResult run(String goal) {
        List<String> command = List.of(
                MavenInstallation.running().executable().toString(),
                "-B",
                "-ntp",
                "-s",
                settings.toString(),
                "-Dmaven.repo.local=" + local,
                goal);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.directory().toFile());
        builder.environment().put("MAVEN_SKIP_RC", "true");
        try (RunningProcess process = RunningProcess.start(builder)) {
            int exitCode = process.exitCode(TIMEOUT);
            return new BuildResult(project, String.join(" ", command), exitCode, process.lines());
        }
    }

    /** Whether the release in the directory, and no other, is in the local repository now. */
    boolean hasFromRelease(String path) {
        Path origins = local.resolve(path).resolve("_remote.repositories");
        try {
            return Files.readString(origins).contains(">released=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
