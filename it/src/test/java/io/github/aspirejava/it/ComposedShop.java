package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Two services that a container engine runs: a store with a volume and a generated password, and a web server that
 * refers to it and waits for it. Closing removes all that they leave in the engine.
 */
final class ComposedShop implements AutoCloseable {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>corner-shop</artifactId>
              <version>1.0.0</version>
              <properties>
                <maven.compiler.source>17</maven.compiler.source>
                <maven.compiler.target>17</maven.compiler.target>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <greeting>costs 5$ or $$x</greeting>
              </properties>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.aspirejava</groupId>
                    <artifactId>aspire-maven-plugin</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <configuration>
                      <parameters>
                        <parameter><name>store-password</name><generate>true</generate></parameter>
                        <parameter><name>colour</name><value>red</value></parameter>
                      </parameters>
                      <environments>
                        <dockerCompose><name>local</name><project>PROJECT</project></dockerCompose>
                      </environments>
                      <services>
                        <javaApp>
                          <name>store</name>
                          <module>corner-shop</module>
                          <baseImage>BASE:17-jre</baseImage>
                          <endpoints><endpoint/></endpoints>
                          <environmentVariables>
                            <STORE_PASSWORD>{store-password}</STORE_PASSWORD>
                            <COLOUR>{colour}</COLOUR>
                            <!-- store variables -->
                          </environmentVariables>
                          <mounts><mount><name>goods</name><path>/goods</path></mount></mounts>
                          <probes><readiness>/health</readiness></probes>
                        </javaApp>
                        <javaApp>
                          <name>web-shop</name>
                          <module>corner-shop</module>
                          <baseImage>BASE:17-jre</baseImage>
                          <endpoints><endpoint><external>true</external><!-- web endpoint --></endpoint></endpoints>
                          <environmentVariables>
                            <GREETING>${greeting}</GREETING>
                            <STORE_ADDRESS>store at {store.host}:{store.port}, {{literal}}</STORE_ADDRESS>
                            <STORE_LOGIN>http://shop:{store-password:uri}@{store.hostAndPort}</STORE_LOGIN>
                          </environmentVariables>
                          <references>store</references>
                          <waitFor>store</waitFor>
                          <probes><readiness>/health</readiness></probes>
                        </javaApp>
                        <!-- services -->
                      </services>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String MAIN = """
            package demo;

            import com.sun.net.httpserver.HttpExchange;
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpResponse;
            import java.nio.file.Files;
            import java.nio.file.Path;

            public class Main {
                private static final Path GOODS = Path.of("/goods/list");

                public static void main(String[] arguments) throws Exception {
                    if (System.getenv("CRASH") != null) {
                        System.out.println("the password is " + System.getenv("STORE_PASSWORD"));
                        System.err.println("no database: " + System.getenv("CRASH"));
                        System.exit(3);
                    }
                    HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
                    server.createContext("/", Main::answer);
                    server.start();
                }

                private static void answer(HttpExchange exchange) {
                    try (exchange) {
                        String path = exchange.getRequestURI().getPath();
                        String text;
                        if (path.startsWith("/env/")) {
                            text = String.valueOf(System.getenv(path.substring(5)));
                        } else if (path.startsWith("/put/")) {
                            Files.writeString(GOODS, path.substring(5));
                            text = "stored";
                        } else if (path.equals("/goods")) {
                            text = Files.exists(GOODS) ? Files.readString(GOODS) : "nothing";
                        } else if (path.startsWith("/store/")) {
                            text = get(System.getenv("STORE_HTTP") + path.substring(6));
                        } else {
                            text = "fine";
                        }
                        byte[] bytes = text.getBytes("UTF-8");
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    } catch (Exception e) {
                        e.printStackTrace();
                    }
                }

                private static String get(String address) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
                    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
                }
            }
            """;

    private final String project = "it-" + UUID.randomUUID();
    private final Sample sample = new Sample("corner-shop", Workspace.newDirectory("corner-shop"));

    ComposedShop() {
        sample.write(
                        "pom.xml",
                        POM.replace("PROJECT", project)
                                .replace("BASE", Workspace.baseImage().toString()))
                .write(".mvn/maven.config", "")
                .write("src/main/java/demo/Main.java", MAIN);
    }

    Sample sample() {
        return sample;
    }

    /** Returns the name of the Compose project. */
    String project() {
        return project;
    }

    /** Adds elements at a place of the POM. */
    ComposedShop with(String place, String elements) {
        sample.replace("pom.xml", "<!-- %s -->".formatted(place), elements);
        return this;
    }

    BuildResult deploy() {
        return maven("aspire:deploy");
    }

    BuildResult maven(String... arguments) {
        return MavenBuild.of(sample).run(arguments);
    }

    /** Returns the ids of the containers of the project that run, by the names of their services. */
    JsonNode inspect(String service) {
        return DockerEngine.inspect("%s-%s-1".formatted(project, service));
    }

    /** Returns the id of the container of a service. */
    String id(String service) {
        return inspect(service).path("Id").asText();
    }

    /** Returns the names of all containers of the project, whether they run or not. */
    List<String> containers() {
        return DockerEngine.output(
                "ps", "--all", "--filter", "label=com.docker.compose.project=" + project, "--format", "{{.Names}}");
    }

    /** Returns the names of the networks of the project. */
    List<String> networks() {
        return DockerEngine.output(
                "network", "ls", "--filter", "label=com.docker.compose.project=" + project, "--format", "{{.Name}}");
    }

    /** Returns the names of the volumes of the project. */
    List<String> volumes() {
        return DockerEngine.output(
                "volume", "ls", "--filter", "label=com.docker.compose.project=" + project, "--format", "{{.Name}}");
    }

    /** Returns the port of this machine that the web server is published on. */
    int webPort() {
        return inspect("web-shop")
                .path("NetworkSettings")
                .path("Ports")
                .path("8080/tcp")
                .path(0)
                .path("HostPort")
                .asInt();
    }

    /** Returns the answer of the web server. */
    String get(String path) {
        return LocalHttp.get(webPort(), path);
    }

    @Override
    public void close() {
        remove("rm", List.of("--force"), containers());
        remove("network", List.of("rm"), networks());
        remove("volume", List.of("rm"), volumes());
    }

    private static void remove(String command, List<String> options, List<String> names) {
        if (!names.isEmpty()) {
            List<String> arguments = new ArrayList<>(List.of(command));
            arguments.addAll(options);
            arguments.addAll(names);
            DockerEngine.output(arguments.toArray(String[]::new));
        }
    }
}
