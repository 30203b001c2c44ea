package io.github.aspirejava.it;

import java.util.List;
import java.util.stream.Stream;

/** The applications of {@code it/projects/shapes}, by the form of their packages. */
final class Shapes {
    /** The property that tells whether Kotlin compiles in a process that outlives the build. */
    private static final String KOTLIN_DAEMON = "kotlin.compiler.daemon";

    private static final List<Shape> BOOT = List.of(boot("boot-2"), boot("boot-3"), boot("boot-4"));

    private static final List<Shape> QUARKUS = List.of(
            quarkus("fast-jar", "target/quarkus-app/quarkus-run.jar").withLibraries("target/quarkus-app"),
            quarkus("legacy-jar", "target/quarkus-rest-1.0.0-SNAPSHOT-runner.jar")
                    .withLibraries("target/lib"),
            quarkus("uber-jar", "target/quarkus-rest-1.0.0-SNAPSHOT-runner.jar"));

    /** One jar of all classes. */
    private static final List<Shape> SHADED = List.of(
            Shape.jar(
                    "dropwizard",
                    "target/dropwizard-1.0-SNAPSHOT.jar",
                    "server.Server: Started",
                    "{\"text\":\"Hello from Dropwizard\"}",
                    "server",
                    "config.yml"),
            Shape.jar(
                    "micronaut",
                    "target/micronaut-0.1.jar",
                    "Startup completed",
                    "{\"text\":\"Hello from Micronaut\"}"),
            Shape.jar(
                    "vertx",
                    "target/vertx-1.0.0-SNAPSHOT-fat.jar",
                    "HTTP server started",
                    "{\"text\":\"Hello from Vert.x\"}"),
            Shape.jar("ktor", "target/ktor-0.0.1-jar-with-dependencies.jar", "Responding at", "Hello from Ktor")
                    .withProperty(KOTLIN_DAEMON, "false"));

    /** A jar beside a directory with its libraries. */
    private static final List<Shape> PLAIN = List.of(
            Shape.jar(
                            "vertx-lib",
                            "target/vertx-lib-1.0.0-SNAPSHOT.jar",
                            "HTTP server started",
                            "{\"text\":\"Hello from Vert.x\"}")
                    .withLibraries("target/lib"),
            Shape.jar("helidon", "target/helidon.jar", "WEB server is up", "{\"text\":\"Hello from Helidon\"}")
                    .withLibraries("target/libs"),
            Shape.jar("kotlin", "target/kotlin-1.0-SNAPSHOT.jar", "Listening on port", "Hello from Kotlin")
                    .withProperty(KOTLIN_DAEMON, "false")
                    .withGoals("dependency:copy-dependencies", "-DincludeScope=runtime")
                    .withLibraries("target/dependency")
                    .withStart(Shape.Start.java(
                            "-cp", "target/kotlin-1.0-SNAPSHOT.jar:target/dependency/*", "com.example.kotlin.MainKt")));

    private static final List<Shape> WARS = List.of(
            Shape.jar("war", "target/war.war", "Server startup in", "{\"text\":\"Hello from a war\"}")
                    .withStart(project -> Tomcat.start(project.resolve("target/war.war")))
                    .withPath("/greeting"),
            Shape.jar(
                    "boot-war",
                    "target/boot-war-0.0.1-SNAPSHOT.war",
                    "Started BootWarApplication",
                    "{\"text\":\"Hello from boot-war\"}"));

    private static final List<List<Shape>> KINDS = List.of(BOOT, QUARKUS, SHADED, PLAIN, WARS);

    private Shapes() {}

    /**
     * Returns all in a full run; otherwise all of Spring Boot, and one of each other kind, by
     * {@code -Daspire.it.seed=N}. {@code -Daspire.it.shape=NAME,NAME} selects only these.
     */
    static List<Shape> some() {
        String names = System.getProperty("aspire.it.shape");
        if (names != null) {
            return all().filter(shape -> List.of(names.split(",")).contains(shape.name()))
                    .toList();
        }
        int seed = Integer.getInteger("aspire.it.seed", 0);
        return Workspace.inFull()
                ? all().toList()
                : KINDS.stream()
                        .flatMap(kind ->
                                kind == BOOT ? kind.stream() : Stream.of(kind.get(Math.floorMod(seed, kind.size()))))
                        .toList();
    }

    private static Stream<Shape> all() {
        return KINDS.stream().flatMap(List::stream);
    }

    private static Shape boot(String name) {
        return Shape.jar(
                name,
                "target/%s-0.0.1-SNAPSHOT.jar".formatted(name),
                "Started Boot\\dApplication",
                "[{\"id\":1,\"text\":\"Hello from %s\"}]".formatted(name));
    }

    private static Shape quarkus(String type, String artifact) {
        return Shape.jar("quarkus-rest", artifact, "Listening on:", "Hello from Quarkus REST")
                .withVariant(type)
                .withProperty("quarkus.package.jar.type", type);
    }
}
