package io.github.aspirejava.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Maven project of jar modules, each with a class and an incompressible file. For each count there is a POM,
 * {@code pom-COUNT.xml}, of the first COUNT modules and services; all tools that run in Maven push from it.
 */
final class SampleProject {
    private static final String HEADER = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
            """;

    /** The properties of all projects. */
    static final String PROPERTIES = """
            <properties>
              <maven.compiler.release>17</maven.compiler.release>
              <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
            </properties>
            """;

    private final Path directory;
    private final long fileSize;

    /**
     * Creates a project.
     *
     * @param fileSize the size of each module's incompressible file, in bytes
     */
    SampleProject(Path directory, long fileSize) {
        this.directory = directory;
        this.fileSize = fileSize;
    }

    Path directory() {
        return directory;
    }

    Path pom(int count) {
        return directory.resolve("pom-" + count + ".xml");
    }

    static Path jar(Path project, int number) {
        return project.resolve(Names.service(number))
                .resolve("target/%s-%s.jar".formatted(Names.service(number), Names.TAG));
    }

    /** Returns jib's cache of a module's layers. */
    Path jibCache(int number) {
        return directory.resolve(Names.service(number)).resolve("target/jib-cache");
    }

    /** Writes the project, for each of the counts; unchanged files are left alone, so that nothing is built again. */
    void write(List<Integer> counts) throws IOException {
        write(directory.resolve("parent.xml"), parent());
        int most = counts.stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (int i = 1; i <= most; i++) {
            Path module = directory.resolve(Names.service(i));
            write(module.resolve("pom.xml"), module(i));
            write(module.resolve("src/main/java/bench/Main.java"), """
                    package bench;

                    public class Main {
                        public static void main(String[] arguments) {}
                    }
                    """);
            writeRandom(module.resolve("src/main/resources/random"), i);
        }
        for (int count : counts) {
            write(pom(count), aggregator(count));
        }
    }

    /** Writes a file, unless it has this content already. */
    static void write(Path file, String content) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(content)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
    }

    /** Writes random bytes, the same in each run, so that images keep their digests. */
    private void writeRandom(Path file, long seed) throws IOException {
        if (Files.exists(file) && Files.size(file) == fileSize) {
            return;
        }
        Files.createDirectories(file.getParent());
        SplittableRandom random = new SplittableRandom(seed);
        byte[] block = new byte[1 << 16];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long left = fileSize; left > 0; left -= block.length) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }

    private static String parent() {
        return HEADER + """
                  <groupId>bench</groupId>
                  <artifactId>parent</artifactId>
                  <version>%s</version>
                  <packaging>pom</packaging>
                  %s
                  <build>
                    %s
                  </build>
                </project>
                """.formatted(Names.TAG, PROPERTIES, pluginManagement());
    }

    /** The plugins of all projects. */
    static String pluginManagement() {
        return """
                <pluginManagement>
                  <plugins>
                    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>
                    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
                    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
                    <plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.1</version></plugin>
                    <plugin>
                      <groupId>com.google.cloud.tools</groupId>
                      <artifactId>jib-maven-plugin</artifactId>
                      <version>%3$s</version>
                      <configuration>
                        <from><image>${bench.jib.base}</image></from>
                        <to><image>${bench.registry}/%1$s/${project.artifactId}:%2$s</image></to>
                        <allowInsecureRegistries>true</allowInsecureRegistries>
                      </configuration>
                    </plugin>
                    <plugin>
                      <groupId>io.fabric8</groupId>
                      <artifactId>docker-maven-plugin</artifactId>
                      <version>%4$s</version>
                      <configuration>
                        <images>
                          <image>
                            <name>${bench.registry}/%1$s/${project.artifactId}:%2$s</name>
                            <build><from>scratch</from></build>
                          </image>
                        </images>
                      </configuration>
                    </plugin>
                  </plugins>
                </pluginManagement>
                """.formatted(Names.PROJECT, Names.TAG, Versions.JIB_MAVEN_PLUGIN, Versions.DOCKER_MAVEN_PLUGIN);
    }

    private static String module(int number) {
        return HEADER + """
                  <parent>
                    <groupId>bench</groupId>
                    <artifactId>parent</artifactId>
                    <version>%2$s</version>
                    <relativePath>../parent.xml</relativePath>
                  </parent>
                  <artifactId>%1$s</artifactId>
                </project>
                """.formatted(Names.service(number), Names.TAG);
    }

    private static String aggregator(int count) {
        return HEADER
                + """
                  <parent>
                    <groupId>bench</groupId>
                    <artifactId>parent</artifactId>
                    <version>%1$s</version>
                    <relativePath>parent.xml</relativePath>
                  </parent>
                  <artifactId>all</artifactId>
                  <packaging>pom</packaging>
                  <properties>
                    <!-- docker-maven-plugin would push an image for this project too. -->
                    <docker.skip>true</docker.skip>
                  </properties>
                  <modules>%2$s</modules>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.github.aspirejava</groupId>
                        <artifactId>aspire-maven-plugin</artifactId>
                        <version>%3$s</version>
                        <inherited>false</inherited>
                        <configuration>
                          <registries>
                            <containerRegistry>
                              <name>registry</name>
                              <endpoint>${bench.registry}</endpoint>
                              <repository>%4$s</repository>
                            </containerRegistry>
                            <ociLayout>
                              <name>layout</name>
                              <directory>${bench.layout}</directory>
                            </ociLayout>
                          </registries>
                          <services>%5$s</services>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(
                                Names.TAG,
                                each(count, "<module>%s</module>"),
                                Versions.PLUGIN,
                                Names.PROJECT,
                                each(
                                        count,
                                        "<javaApp><name>%s</name><registry>${bench.target}</registry>"
                                                + "<baseImage>${bench.base}</baseImage></javaApp>"));
    }

    private static String each(int count, String format) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(Names::service)
                .map(format::formatted)
                .collect(Collectors.joining());
    }
}
