package io.github.aspirejava.it;

import java.util.Arrays;

/** A project of one module, packaged by the plugins that Maven uses by default and as its POM configures them. */
final class PlainProject {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>plain</artifactId>
              <version>3.2.1</version>
              <properties>
                <maven.compiler.source>17</maven.compiler.source>
                <maven.compiler.target>17</maven.compiler.target>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies><!-- dependencies --></dependencies>
              <build>
                <plugins>
                  <!-- plugins -->
                  <plugin>
                    <groupId>io.github.aspirejava</groupId>
                    <artifactId>aspire-maven-plugin</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <configuration>
                      <registries><ociLayout><name>bundle</name></ociLayout></registries>
                      <services>
                        <javaApp>
                          <name>plain</name>
                          <baseImage>scratch</baseImage>
                          <!-- service -->
                        </javaApp>
                      </services>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String MAIN = """
            package demo;

            import java.net.URL;

            public class Main {
                public static void main(String[] arguments) {
                    System.out.println("version " + Main.class.getPackage().getImplementationVersion());
                    System.out.println("classes " + root(Main.class.getResource("Main.class"), "demo/Main.class"));
                    System.out.println("beans " + root(Main.class.getResource("/META-INF/beans.xml"), "META-INF/beans.xml"));
                    System.out.println("local " + (Main.class.getResource("/application-local.properties") != null));
                    System.out.println("greeting " + System.getenv("GREETING"));
                    System.out.println("arguments " + String.join(",", arguments));
                }

                private static String root(URL resource, String name) {
                    return resource == null ? "nowhere" : resource.toString().replace(name, "");
                }
            }
            """;

    private final Sample sample = new Sample("plain", Workspace.newDirectory("plain"));

    PlainProject() {
        sample.write("pom.xml", POM)
                .write(".mvn/maven.config", "")
                .write("src/main/java/demo/Main.java", MAIN)
                .write("src/main/resources/META-INF/beans.xml", "<beans/>")
                .write("src/main/resources/application-local.properties", "password=local");
    }

    PlainProject with(String place, String elements) {
        sample.replace("pom.xml", "<!-- %s -->".formatted(place), elements);
        return this;
    }

    /** Configures the jar plugin. */
    PlainProject withJarPlugin(String configuration) {
        return with(
                "plugins",
                "<plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.1</version><configuration>%s</configuration></plugin>"
                        .formatted(configuration));
    }

    PlainProject withFile(String name, String content) {
        sample.write(name, content);
        return this;
    }

    Sample sample() {
        return sample;
    }

    /** Returns the image of a build by {@code goals} and the plugin's {@code push}. */
    UnpackedImage push(MavenInstallation maven, String... goals) {
        return UnpackedImage.of(StoredImage.inLayout(
                sample.file("target/bundle"), result(maven, goals).digest("plain")));
    }

    BuildResult result(MavenInstallation maven, String... goals) {
        String[] all = Arrays.copyOf(goals, goals.length + 1);
        all[goals.length] = "io.github.aspirejava:aspire-maven-plugin:0.1.0-SNAPSHOT:push";
        return MavenBuild.of(sample).with(maven).run(all);
    }
}
