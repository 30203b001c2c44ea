package io.github.aspirejava.it;

import io.github.aspirejava.maven.modules.ClassPathsMojo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * The runtime class paths of all modules of a build, from two sources: as {@code dependency:collect} of the same Maven
 * lists them, and as the plugin plans them, by a goal that only these tests have.
 */
final class ClassPathsPlugin {
    private static final String GROUP = "io.github.aspirejava.it";
    private static final String NAME = "class-paths-maven-plugin";
    private static final String CLASS_FILE = ClassPathsMojo.class.getName().replace('.', '/') + ".class";
    private static final String COLLECTED = "collected.txt";
    private static final Pattern LISTED = Pattern.compile("^ +([^ ]+):(?:compile|runtime)(?: .*)?$");

    private ClassPathsPlugin() {}

    /** Runs both in a reactor, by {@code maven}. */
    static BuildResult run(Sample reactor, MavenInstallation maven) {
        install();
        return MavenBuild.of(reactor)
                .with(maven)
                .property("includeScope", "runtime")
                .property("sort", "false")
                .property("outputFile", COLLECTED)
                .run(
                        "-q",
                        "%s:%s:1.0:write".formatted(GROUP, NAME),
                        "org.apache.maven.plugins:maven-dependency-plugin:%s:collect"
                                .formatted(Workspace.setting("aspire.it.dependency.plugin")));
    }

    /** Returns the plugin's class path of a module. */
    static List<String> planned(Sample reactor, String module) {
        return reactor.read(module + "/class-path.txt").lines().toList();
    }

    /** Returns Maven's list for a module, without the POMs: they are on no class path. */
    static List<String> collected(Sample reactor, String module) {
        List<String> artifacts = new ArrayList<>();
        reactor.read(module + '/' + COLLECTED).lines().forEach(line -> {
            Matcher listed = LISTED.matcher(line);
            if (listed.matches() && !listed.group(1).contains(":pom:")) {
                artifacts.add(listed.group(1));
            }
        });
        return artifacts;
    }

    /** Installs the goal into the local repository of the tests. */
    private static void install() {
        Path directory = Workspace.target("m2")
                .resolve(GROUP.replace('.', '/'))
                .resolve(NAME)
                .resolve("1.0");
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(NAME + "-1.0.pom"), """
                    <project>
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>%s</groupId><artifactId>%s</artifactId><version>1.0</version>
                      <packaging>maven-plugin</packaging>
                      <dependencies>
                        <dependency>
                          <groupId>io.github.aspirejava</groupId>
                          <artifactId>aspire-maven-plugin</artifactId>
                          <version>0.1.0-SNAPSHOT</version>
                        </dependency>
                      </dependencies>
                    </project>
                    """.formatted(GROUP, NAME));
            try (JarOutputStream jar =
                    new JarOutputStream(Files.newOutputStream(directory.resolve(NAME + "-1.0.jar")))) {
                jar.putNextEntry(new ZipEntry("META-INF/maven/plugin.xml"));
                jar.write(descriptor().getBytes(StandardCharsets.UTF_8));
                jar.putNextEntry(new ZipEntry(CLASS_FILE));
                try (InputStream file = Objects.requireNonNull(
                        ClassPathsPlugin.class.getClassLoader().getResourceAsStream(CLASS_FILE))) {
                    file.transferTo(jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String descriptor() {
        return """
                <plugin>
                  <groupId>%1$s</groupId><artifactId>%2$s</artifactId><version>1.0</version>
                  <goalPrefix>class-paths</goalPrefix>
                  <mojos>
                    <mojo>
                      <goal>write</goal>
                      <implementation>%3$s</implementation>
                      <language>java</language>
                      <instantiationStrategy>per-lookup</instantiationStrategy>
                      <aggregator>true</aggregator>
                      <requiresProject>true</requiresProject>
                      <threadSafe>true</threadSafe>
                      <parameters>
                        <parameter>
                          <name>session</name>
                          <type>org.apache.maven.execution.MavenSession</type>
                          <editable>false</editable>
                        </parameter>
                      </parameters>
                      <configuration>
                        <session implementation="org.apache.maven.execution.MavenSession" default-value="${session}"/>
                      </configuration>
                    </mojo>
                  </mojos>
                </plugin>
                """.formatted(GROUP, NAME, ClassPathsMojo.class.getName());
    }
}
