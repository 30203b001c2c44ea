package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reactor, and a repository with the POMs of its modules' dependencies. No artifact has a jar. */
final class GraphReactor {
    static final String GROUP = "com.example.graphs";

    private static final String FOLDER = GROUP.replace('.', '/');

    private final Sample sample = new Sample("graphs", Workspace.newDirectory("graphs"));
    private final List<String> modules = new ArrayList<>();

    GraphReactor() {
        forgetEarlierOnes();
    }

    /** Removes artifacts of an earlier run from the local repository of the tests. */
    private static void forgetEarlierOnes() {
        Path local = Workspace.target("m2").resolve(FOLDER);
        try {
            if (Files.exists(local)) {
                try (Stream<Path> files = Files.walk(local)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a dependency with {@code more} elements, such as its scope. */
    static String dependency(String artifact, String version, String more) {
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>\n"
                .formatted(GROUP, artifact, version, more);
    }

    /** Returns an element that excludes an artifact from below a dependency. */
    static String exclusion(String artifact) {
        return "<exclusions><exclusion><groupId>%s</groupId><artifactId>%s</artifactId></exclusion></exclusions>"
                .formatted(GROUP, artifact);
    }

    /**
     * Returns an element that declares a directory as a repository; nothing in it has a checksum, which Maven 4
     * requires by default.
     */
    static String repository(String id, Path directory) {
        return """
                <repositories>
                  <repository>
                    <id>%s</id>
                    <url>%s</url>
                    <releases><checksumPolicy>ignore</checksumPolicy></releases>
                    <snapshots><checksumPolicy>ignore</checksumPolicy></snapshots>
                  </repository>
                </repositories>
                """.formatted(id, directory.toUri());
    }

    /** Puts a POM into the repository. */
    GraphReactor release(String artifact, String version, String... dependencies) {
        return released(artifact, version, version, elements(dependencies));
    }

    /** Puts the POM of a snapshot into the repository, as it was deployed at {@code time}. */
    GraphReactor snapshot(String artifact, String version, String time) {
        return released(artifact, version + "-SNAPSHOT", version + '-' + time, "");
    }

    /** Puts a POM into the repository that relocates the artifact. */
    GraphReactor relocation(String artifact, String version, String to) {
        return released(
                artifact,
                version,
                version,
                "<distributionManagement><relocation><artifactId>%s</artifactId></relocation></distributionManagement>"
                        .formatted(to));
    }

    private GraphReactor released(String artifact, String version, String fileVersion, String elements) {
        sample.write(
                "repository/%1$s/%2$s/%3$s/%2$s-%4$s.pom".formatted(FOLDER, artifact, version, fileVersion),
                project("<groupId>%s</groupId>".formatted(GROUP), artifact, version, elements));
        return this;
    }

    /** Adds a module that is a jar. */
    GraphReactor module(String name, String... dependencies) {
        return added(name, elements(dependencies));
    }

    /** Adds a module of packaging pom that only gathers dependencies. */
    GraphReactor gathering(String name, String... dependencies) {
        return added(name, "<packaging>pom</packaging>" + elements(dependencies));
    }

    private GraphReactor added(String name, String elements) {
        modules.add(name);
        String parent = "<parent><groupId>%s</groupId><artifactId>graphs</artifactId><version>1</version></parent>"
                .formatted(GROUP);
        sample.write(name + "/pom.xml", project(parent, name, "1", elements));
        return this;
    }

    private static String elements(String... dependencies) {
        return "<dependencies>\n%s</dependencies>".formatted(String.join("", dependencies));
    }

    private static String project(String origin, String artifact, String version, String elements) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  %s
                  <artifactId>%s</artifactId><version>%s</version>
                  %s
                </project>
                """.formatted(origin, artifact, version, elements);
    }

    /** Writes the complete project. */
    Sample write() {
        String elements = """
                <packaging>pom</packaging>
                <modules>%s</modules>
                %s
                """.formatted(
                        modules.stream().map("<module>%s</module>"::formatted).collect(Collectors.joining()),
                        repository("graphs", sample.file("repository")));
        return sample.write(".mvn/maven.config", "")
                .write("pom.xml", project("<groupId>%s</groupId>".formatted(GROUP), "graphs", "1", elements));
    }
}
