package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Spring Boot application, repackaged by its own plugin, unchanged. */
class SpringBootIT {
    private static Sample boot;
    private static BuildResult intoBundle;

    @BeforeAll
    static void pushIntoTheBundle() {
        boot = Sample.copyOf("boot");
        intoBundle = MavenBuild.of(boot).intoBundle().run("package", "aspire:push");
        assertThat(intoBundle).succeeded();
    }

    @Test
    void isPushedIntoALayout() {
        assertThat(intoBundle.digest("boot")).matches("sha256:[0-9a-f]{64}");
        assertThat(boot.read("target/bundle/index.json")).contains(intoBundle.digest("boot"));
    }

    @NeedsRegistry
    @NeedsEngine
    @Test
    void isPushedToARegistryAndRuns() {
        String digest = intoBundle.digest("boot");
        try (RealRegistry registry = RealRegistry.open()) {
            BuildResult push = MavenBuild.of(boot)
                    .property("aspire.parameters.registry-endpoint", registry.host())
                    .run("package", "aspire:push");
            assertThat(push).succeeded();
            assertThat(registry.digest("boot", "1.0.0")).contains(digest);

            try (DockerEngine.Container container =
                    DockerEngine.run(registry.host() + "/boot:1.0.0", Pattern.compile("Started BootApplication"))) {
                assertThat(container.get("/")).isEqualTo("{\"text\":\"Hello from Spring Boot\"}");
            }
        }
    }
}
