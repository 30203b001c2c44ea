package io.github.aspirejava.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The fleet as a Maven project, and its libraries in Maven's local repository, as if they had been installed there. */
final class FleetProject {
    private static final String HEADER = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
            """;

    private final Path directory;
    private final Path repository;

    FleetProject(Path directory, Path repository) {
        this.directory = directory;
        this.repository = repository;
    }

    Path directory() {
        return directory;
    }

    Path pom() {
        return directory.resolve("pom.xml");
    }

    /** Returns jib's cache of a service's layers. */
    Path jibCache(int service) {
        return directory.resolve(Names.service(service)).resolve("target/jib-cache");
    }

    /** Writes the project; unchanged files are left alone, so that nothing is built again. */
    void write(Fleet fleet) throws IOException {
        for (FleetLibrary library : fleet.distinct().toList()) {
            writeLibrary(library);
        }
        for (Map.Entry<Integer, List<FleetLibrary>> service : fleet.libraries().entrySet()) {
            int number = service.getKey();
            Path module = directory.resolve(Names.service(number));
            SampleProject.write(module.resolve("pom.xml"), module(number, service.getValue()));
            SampleProject.write(
                    module.resolve("src/main/java/bench/Main.java"), """
                    package bench;

                    public class Main {
                        public static void main(String[] arguments) {
                            System.out.println(%d);
                        }
                    }
                    """.formatted(number == 1 ? fleet.sources() : 0));
        }
        SampleProject.write(pom(), aggregator(fleet));
    }

    private void writeLibrary(FleetLibrary library) throws IOException {
        Path place = repository
                .resolve(FleetLibrary.GROUP.replace('.', '/'))
                .resolve(library.name())
                .resolve(library.version());
        SampleProject.write(
                place.resolve(library.jar().replace(".jar", ".pom")),
                HEADER
                        + "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></project>"
                                .formatted(FleetLibrary.GROUP, library.name(), library.version()));
        Path jar = place.resolve(library.jar());
        byte[] content = new byte[(int) library.size() + library.revision()];
        if (Files.exists(jar) && holds(jar, content.length)) {
            return;
        }
        new SplittableRandom(31L * library.jar().hashCode() + library.revision()).nextBytes(content);
        writeJar(jar, content);
    }

    /** Returns whether a jar has this content: a jar of stored entries has a comment with their size. */
    private static boolean holds(Path jar, int length) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return Integer.toString(length).equals(Objects.requireNonNullElse(file.getComment(), ""));
        }
    }

    private static void writeJar(Path jar, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry("content");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTime(0);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(jar));
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setComment(Integer.toString(content.length));
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
    }

    private static String module(int number, List<FleetLibrary> libraries) {
        String dependencies = libraries.stream()
                .map(library ->
                        "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>\n"
                                .formatted(FleetLibrary.GROUP, library.name(), library.version()))
                .collect(Collectors.joining());
        return HEADER + """
                  <parent>
                    <groupId>bench</groupId>
                    <artifactId>fleet</artifactId>
                    <version>%s</version>
                  </parent>
                  <artifactId>%s</artifactId>
                  <dependencies>
                %s  </dependencies>
                </project>
                """.formatted(Names.TAG, Names.service(number), dependencies);
    }

    private static String aggregator(Fleet fleet) {
        IntFunction<String> app = number -> "<javaApp><name>%s</name><baseImage>${bench.base}</baseImage></javaApp>\n"
                .formatted(Names.service(number));
        return HEADER
                + """
                  <groupId>bench</groupId>
                  <artifactId>fleet</artifactId>
                  <version>%1$s</version>
                  <packaging>pom</packaging>
                  %2$s
                  <modules>%3$s</modules>
                  <build>
                    %4$s
                    <plugins>
                      <plugin>
                        <groupId>io.github.aspirejava</groupId>
                        <artifactId>aspire-maven-plugin</artifactId>
                        <version>%5$s</version>
                        <inherited>false</inherited>
                        <configuration>
                          <registries>
                            <containerRegistry>
                              <name>registry</name>
                              <endpoint>${bench.registry}</endpoint>
                              <repository>%6$s</repository>
                            </containerRegistry>
                          </registries>
                          <services>
                %7$s          </services>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(
                                Names.TAG,
                                SampleProject.PROPERTIES,
                                each(fleet, number -> "<module>%s</module>".formatted(Names.service(number))),
                                SampleProject.pluginManagement(),
                                Versions.PLUGIN,
                                Names.PROJECT,
                                each(fleet, app));
    }

    private static String each(Fleet fleet, IntFunction<String> format) {
        return fleet.libraries().keySet().stream().map(format::apply).collect(Collectors.joining());
    }
}
