package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Tomcat from Maven Central, on this machine and as a base image like that of Docker Hub. */
final class Tomcat {
    /** The directory of applications in the image. */
    static final String WEBAPPS = "/usr/local/tomcat/webapps/";

    private static final String DOCKERFILE = """
            FROM %s
            RUN ["/bin/busybox", "--install", "-s", "/bin"]
            ENV CATALINA_HOME=/usr/local/tomcat
            ENV PATH=$CATALINA_HOME/bin:$PATH
            COPY . $CATALINA_HOME
            WORKDIR $CATALINA_HOME
            EXPOSE 8080
            CMD ["catalina.sh", "run"]
            """;

    private Tomcat() {}

    /** Returns the command that runs a war, on the port of {@code PORT}. */
    static ProcessBuilder start(Path war) {
        Path home = prepared();
        try {
            Files.copy(war, home.resolve("webapps/ROOT.war"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ProcessBuilder builder =
                new ProcessBuilder("sh", home.resolve("bin/catalina.sh").toString(), "run");
        builder.environment().keySet().removeIf(name -> name.startsWith("CATALINA_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** Pushes the base image, which listens on the port of {@code PORT}, and returns its reference. */
    static String pushTo(RealRegistry registry) {
        String java = registry.host() + "/java:17";
        String tomcat = registry.host() + "/tomcat:11";
        Skopeo.copy(Workspace.baseImage() + ":17-jre", "docker://" + java);
        Path context = prepared();
        try {
            Files.writeString(context.resolve("Dockerfile"), DOCKERFILE.formatted(java));
            Files.writeString(context.resolve(".dockerignore"), "Dockerfile\n.dockerignore\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DockerEngine.build(tomcat, context);
        DockerEngine.output("push", "--quiet", tomcat);
        return tomcat;
    }

    /** Returns a copy without the bundled applications. */
    private static Path prepared() {
        Path copy = Workspace.newDirectory("tomcat");
        Path original = Workspace.target("tomcat/apache-tomcat-" + Workspace.setting("aspire.it.tomcat"));
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(file -> !file.startsWith(original.resolve("webapps")))
                    .toList()) {
                Path target = copy.resolve(original.relativize(file).toString());
                if (!Files.isDirectory(file)) {
                    Files.copy(file, target);
                } else if (!Files.exists(target)) {
                    Files.createDirectory(target);
                }
                if (file.toString().endsWith(".sh") && !target.toFile().setExecutable(true, false)) {
                    throw new IOException(target + " cannot be made executable");
                }
            }
            Files.createDirectory(copy.resolve("webapps"));
            replace(copy.resolve("conf/server.xml"), "port=\"8080\"", "port=\"${PORT}\"");
            replace(copy.resolve("conf/server.xml"), "port=\"8005\"", "port=\"-1\"");
            Files.write(
                    copy.resolve("conf/catalina.properties"),
                    List.of("org.apache.tomcat.util.digester.PROPERTY_SOURCE="
                            + "org.apache.tomcat.util.digester.EnvironmentPropertySource"),
                    StandardOpenOption.APPEND);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(Path file, String old, String replacement) throws IOException {
        String content = Files.readString(file);
        if (!content.contains(old)) {
            throw new IOException(file + " does not contain: " + old);
        }
        Files.writeString(file, content.replace(old, replacement));
    }
}
