package io.github.aspirejava.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Maven with a local repository of its own, into which the build has put the plugin; all other artifacts come from
 * the machine's local repository, else from Central. Its log has the time of each line.
 */
final class Maven {
    private final Path executable;
    private final List<String> common;

    private Maven(Path executable, List<String> common) {
        this.executable = executable;
        this.common = common;
    }

    /**
     * Prepares a Maven.
     *
     * @param directory the benchmark's directory, in which the build has put Maven and the local repository
     */
    static Maven in(Path directory, Path machineRepository) throws IOException {
        Path settings = Files.writeString(
                directory.resolve("settings.xml"), """
                <settings>
                  <profiles>
                    <profile>
                      <id>machine</id>
                      <repositories><repository>%1$s</repository></repositories>
                      <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
                </settings>
                """.formatted("<id>machine</id><url>" + machineRepository.toUri()
                        + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
                        + "<snapshots><enabled>false</enabled></snapshots>"));
        Path home;
        try (var homes = Files.newDirectoryStream(directory.resolve("maven"), "apache-maven-*")) {
            home = homes.iterator().next();
        }
        Path executable = home.resolve("bin/mvn");
        if (!executable.toFile().setExecutable(true)) {
            throw new IOException(executable + " cannot be made executable");
        }
        return new Maven(
                executable,
                List.of(
                        "-B",
                        "-ntp",
                        "-s",
                        settings.toString(),
                        "-Dmaven.repo.local=" + directory.resolve("m2"),
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS"));
    }

    Path executable() {
        return executable;
    }

    Invocation run(Path pom, Map<String, String> properties, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(common);
        command.addAll(List.of("-f", pom.toString()));
        new TreeMap<>(properties).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(arguments));
        return new Invocation(
                command,
                pom.resolveSibling(""),
                Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_SKIP_RC", "true"),
                "");
    }
}
