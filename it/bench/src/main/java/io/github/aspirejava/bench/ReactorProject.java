package io.github.aspirejava.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A reactor of many small modules, with this plugin bound to the lifecycle of each or without it. One of the modules is
 * a service, on no base image and into a layout: the plugin has next to nothing to do except being present.
 */
final class ReactorProject {
    static final int MODULES = 100;

    private static final String HEADER = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
            """;

    private static final String GOALS = """
                <plugins>
                  <plugin>
                    <groupId>io.github.aspirejava</groupId>
                    <artifactId>aspire-maven-plugin</artifactId>
                    <version>%s</version>
                    <extensions>true</extensions>
                    <executions>
                      <execution>
                        <phase>package</phase>
                        <goals><goal>push</goal></goals>
                      </execution>
                    </executions>
                    <configuration>
                      <registries><ociLayout>bundle</ociLayout></registries>
                      <services>
                        <javaApp><name>%s</name><baseImage>scratch</baseImage></javaApp>
                      </services>
                    </configuration>
                  </plugin>
                </plugins>
            """;

    private final Path directory;

    ReactorProject(Path directory) {
        this.directory = directory;
    }

    Path pom() {
        return directory.resolve("pom.xml");
    }

    /** Returns the plugin's report of its run. */
    Path pipeline() {
        return directory.resolve("target/aspire/pipeline.json");
    }

    /** Writes the project, with the plugin or without. */
    void write(boolean plugin) throws IOException {
        for (int number = 1; number <= MODULES; number++) {
            Path module = directory.resolve(Names.service(number));
            SampleProject.write(module.resolve("pom.xml"), HEADER + """
                      <parent>
                        <groupId>bench</groupId>
                        <artifactId>reactor</artifactId>
                        <version>%s</version>
                      </parent>
                      <artifactId>%s</artifactId>
                    </project>
                    """.formatted(Names.TAG, Names.service(number)));
            SampleProject.write(module.resolve("src/main/java/bench/Main.java"), """
                    package bench;

                    public class Main {
                        public static void main(String[] arguments) {
                            System.out.println(%d);
                        }
                    }
                    """.formatted(number));
        }
        SampleProject.write(pom(), root(plugin));
    }

    private static String root(boolean plugin) {
        return HEADER
                + """
                  <groupId>bench</groupId>
                  <artifactId>reactor</artifactId>
                  <version>%s</version>
                  <packaging>pom</packaging>
                  %s
                  <modules>%s</modules>
                  <build>
                    %s
                %s  </build>
                </project>
                """.formatted(
                                Names.TAG,
                                SampleProject.PROPERTIES,
                                IntStream.rangeClosed(1, MODULES)
                                        .mapToObj(number -> "<module>%s</module>".formatted(Names.service(number)))
                                        .collect(Collectors.joining()),
                                SampleProject.pluginManagement(),
                                plugin ? GOALS.formatted(Versions.PLUGIN, Names.service(MODULES)) : "");
    }
}
