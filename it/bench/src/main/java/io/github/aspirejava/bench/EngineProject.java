package io.github.aspirejava.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Maven project of services with Dockerfiles that begin with an image of the engine and add nothing to it: the pushed
 * image has the layers that {@code docker push} sends to the registry. There is a POM for each count.
 */
final class EngineProject {
    private final Path directory;

    EngineProject(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** Returns the POM of the first {@code count} services, written if it does not exist. */
    Path pom(int count) {
        Path pom = directory.resolve("pom-" + count + ".xml");
        try {
            for (int i = 1; i <= count; i++) {
                SampleProject.write(
                        directory.resolve(Names.service(i)).resolve("Dockerfile"),
                        "FROM %s\nLABEL bench=engine\n".formatted(Names.inEngine(i)));
            }
            SampleProject.write(directory.resolve(".mvn/maven.config"), "");
            SampleProject.write(pom, project(count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pom;
    }

    private static String project(int count) {
        String services = IntStream.rangeClosed(1, count)
                .mapToObj(Names::service)
                .map(name -> "<dockerfile><name>%s</name><context>%s</context></dockerfile>".formatted(name, name))
                .collect(Collectors.joining("\n"));
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>bench</groupId>
                  <artifactId>engine</artifactId>
                  <version>%s</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.github.aspirejava</groupId>
                        <artifactId>aspire-maven-plugin</artifactId>
                        <version>%s</version>
                        <configuration>
                          <registries>
                            <containerRegistry>
                              <name>registry</name>
                              <endpoint>${bench.registry}</endpoint>
                              <repository>%s</repository>
                            </containerRegistry>
                          </registries>
                          <services>%s</services>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(Names.TAG, Versions.PLUGIN, Names.PROJECT, services);
    }
}
