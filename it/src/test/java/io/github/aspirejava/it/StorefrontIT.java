package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The storefront: a Java service that has the front end's files in its image, a Dockerfile that has one of them, and a
 * mirrored image. It is pushed without an engine, by Docker and by Podman.
 */
@NeedsRegistry
@NeedsSkopeo
@NeedsNode
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StorefrontIT {
    private static RealRegistry registry;
    private static RealRegistry upstream;
    private static Sample storefront;
    private static BuildResult withoutEngine;

    @BeforeAll
    static void pushWithoutAnEngine() {
        registry = RealRegistry.open();
        upstream = RealRegistry.open();
        Skopeo.copy(Workspace.baseImage(), "docker://" + upstream.host() + "/library/redis:7");
        storefront = Sample.copyOf("storefront");
        // On its own the goal packages the modules, too, and a service that fails prevents no other from being pushed.
        withoutEngine = build().environment("DOCKER_HOST", "unix:///nowhere/docker.sock")
                .run("aspire:push");
    }

    @AfterAll
    static void stop() {
        for (RealRegistry open : new RealRegistry[] {registry, upstream}) {
            if (open != null) {
                open.close();
            }
        }
    }

    @Order(1)
    @Test
    void pushesWhatNeedsNoEngineWhereThereIsNone() {
        assertThat(withoutEngine).failed();
        assertThat(withoutEngine.images().path("images").findValuesAsText("service"))
                .containsExactly("api", "cache");
        assertThat(registry.digest("storefront/api", "1.0.0")).contains(withoutEngine.digest("api"));
    }

    @Order(2)
    @Test
    void saysWhichServiceNeedsAnEngineAndWhatToDo() {
        int line = storefront.lineOf("pom.xml", "<dockerfile>");

        assertThat(withoutEngine)
                .hasErrorWith(List.of(
                        "pom.xml:%d: 'notices' needs a container engine.".formatted(line),
                        "Start Docker or Podman",
                        "install one"))
                .hasErrorWith(List.of("unix:///nowhere/docker.sock (DOCKER_HOST): no such file"));
        assertThat(registry.digest("storefront/notices", "1.0.0")).isEmpty();
    }

    @Order(3)
    @Test
    void keepsTheDigestOfAMirroredImage() {
        assertThat(registry.digest("storefront/cache", "7")).isEqualTo(upstream.digest("library/redis", "7"));
        assertThat(registry.digest("storefront/cache", "7")).contains(withoutEngine.digest("cache"));
    }

    @NeedsEngine
    @NeedsBrowser
    @Order(4)
    @Test
    void showsItsPageFromTheImagesThatWerePushed() {
        BuildResult push = build().run("package", "aspire:push");
        assertThat(push).succeeded();
        assertThat(push.digest("api")).as("built again").isEqualTo(withoutEngine.digest("api"));
        assertThat(push.lines()).anyMatch(line -> line.endsWith("node_modules is up to date with package-lock.json"));

        Path screenshot = Workspace.target("storefront.png");
        try (DockerEngine.Container api = run("api")) {
            String page = Browser.open("http://127.0.0.1:%d/".formatted(api.port()), screenshot);

            assertThat(page)
                    .contains("<h1>3 things to buy</h1>", "<h2>Teapot</h2><p>€24.90</p>")
                    .doesNotContain("Loading…");
        }
        assertThat(screenshot).isNotEmptyFile();
        try (DockerEngine.Container notices = run("notices")) {
            assertThat(notices.get("/")).contains("Open on Saturdays.");
            assertThat(notices.get("/lamp.svg")).isEqualTo(storefront.read("frontend/public/lamp.svg"));
        }
    }

    @NeedsEngine
    @NeedsPodman
    @Order(5)
    @Test
    void isPushedAsWellWherePodmanBuilds() {
        try (PodmanService podman = PodmanService.start()) {
            BuildResult push = build().property("aspire.tags", "podman")
                    .environment("ASPIRE_CONTAINER_RUNTIME", "podman")
                    .environment("CONTAINER_HOST", podman.host())
                    .run("package", "aspire:push");
            assertThat(push).succeeded();
            assertThat(push.digest("api")).isEqualTo(withoutEngine.digest("api"));
            assertThat(registry.digest("storefront/cache", "podman")).contains(withoutEngine.digest("cache"));
        }
        try (DockerEngine.Container notices = run("notices", "podman")) {
            assertThat(notices.get("/")).contains("Open on Saturdays.");
            assertThat(notices.get("/lamp.svg")).isEqualTo(storefront.read("frontend/public/lamp.svg"));
        }
    }

    /**
     * Uses an image whose npm is a script: commands of the engine have no network here, and no other image has Node.
     */
    @NeedsEngine
    @Order(6)
    @Test
    void hasThePageThatAnEngineHasBuilt() {
        storefront.write("node/Dockerfile", """
                FROM %s/library/redis:7
                COPY npm /usr/local/bin/npm
                """.formatted(upstream.host())).write("node/npm", """
                #!/bin/sh
                case $1 in
                ci) busybox mkdir node_modules ;;
                run) busybox mkdir dist && busybox cp index.html dist && echo "$VITE_NAME" >dist/name.txt ;;
                esac
                """);
        assertThat(storefront.file("node/npm").toFile().setExecutable(true)).isTrue();
        DockerEngine.build("aspire-it-front-node:1", storefront.file("node"));
        storefront.replace(
                "pom.xml",
                "<builder>host</builder>",
                "<nodeImage>aspire-it-front-node:1</nodeImage><buildArguments><VITE_NAME>storefront</VITE_NAME></buildArguments>");

        BuildResult push = build().property("aspire.tags", "engine")
                .property("aspire.services", "api")
                .run("package", "aspire:push");

        assertThat(push).succeeded();
        assertThat(storefront.read("target/aspire/frontend/Dockerfile"))
                .contains("FROM aspire-it-front-node:1 AS build", "RUN npm ci");
        try (DockerEngine.Container api = run("api", "engine")) {
            assertThat(api.get("/")).isEqualTo(storefront.read("frontend/index.html"));
            assertThat(api.get("/name.txt")).isEqualTo("storefront\n");
        }
    }

    private static DockerEngine.Container run(String service) {
        return run(service, "1.0.0");
    }

    private static DockerEngine.Container run(String service, String tag) {
        return DockerEngine.run(
                "%s/storefront/%s:%s".formatted(registry.host(), service, tag),
                Pattern.compile("is listening on port"));
    }

    private static MavenBuild build() {
        return MavenBuild.of(storefront)
                .property("aspire.parameters.registry-endpoint", registry.host())
                .property("aspire.parameters.cache-image", upstream.host() + "/library/redis:7")
                .property("aspire.parameters.notices-base", upstream.host() + "/library/redis:7");
    }
}
