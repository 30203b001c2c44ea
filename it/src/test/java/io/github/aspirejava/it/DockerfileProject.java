package io.github.aspirejava.it;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A project without modules whose services are built from Dockerfiles. Its base image is in the registry it pushes to.
 */
final class DockerfileProject {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example.docked</groupId>
              <artifactId>docked</artifactId>
              <version>1.0.0</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.aspirejava</groupId>
                    <artifactId>aspire-maven-plugin</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <configuration>
                      <parameters>
                        <parameter><name>greeting</name><value>hello</value></parameter>
                        <parameter><name>token</name><secret>true</secret></parameter>
                      </parameters>
                      <registries>
                        <containerRegistry><name>registry</name><endpoint>%s</endpoint></containerRegistry>
                      </registries>
                      <services>
            %s
                      </services>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String EDGE = """
            <dockerfile>
              <name>edge</name>
              <context>edge</context>
              <file>../edge.Dockerfile</file>
              <target>web</target>
              <buildArguments><GREETING>{greeting}</GREETING></buildArguments>
              <labels><team>edge</team></labels>
            </dockerfile>
            """;

    private DockerfileProject() {}

    /** Returns a service with nothing but a context. */
    static String plain(String name) {
        return "<dockerfile><name>%s</name><context>%s</context></dockerfile>".formatted(name, name);
    }

    /**
     * Creates the project.
     *
     * @param base the base image of the stages
     * @param plain services that add a file of their own to the base image
     * @param more further services, as XML
     */
    static Sample of(String registry, String base, List<String> plain, String more) {
        Sample sample = new Sample("docked", Workspace.newDirectory("docked"));
        sample.write(".mvn/maven.config", "");
        String services = plain.stream().map(DockerfileProject::plain).collect(Collectors.joining("\n"));
        sample.write("pom.xml", POM.formatted(registry, EDGE + services + more));
        sample.write("edge.Dockerfile", """
                ARG BASE=%s
                FROM ${BASE} AS web
                ARG GREETING=nobody
                COPY . /srv
                ENV GREETING=${GREETING}
                FROM web AS unwanted
                RUN ["java", "--no-such-option"]
                """.formatted(base));
        sample.write("edge/.dockerignore", "*\n!kept\n!**/deep.txt\nkept/not.txt\n");
        sample.write("edge/kept/yes.txt", "yes");
        sample.write("edge/kept/not.txt", "not");
        sample.write("edge/sub/deep.txt", "deep");
        sample.write("edge/left-out.txt", "left out");
        for (String service : plain) {
            sample.write(service + "/Dockerfile", "FROM %s\nCOPY own.txt /own.txt\n".formatted(base));
            sample.write(service + "/own.txt", service);
        }
        return sample;
    }
}
