package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample shop in a real registry. */
@NeedsRegistry
class PushToRegistryIT {
    private static final String ENDPOINT = "aspire.parameters.registry-endpoint";

    private static RealRegistry registry;
    private static Sample shop;
    private static BuildResult firstPush;

    @BeforeAll
    static void pushOnce() {
        registry = RealRegistry.open();
        shop = Sample.copyOf("shop");
        firstPush = MavenBuild.of(shop).property(ENDPOINT, registry.host()).run("package", "aspire:push");
        assertThat(firstPush).succeeded();
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"api", "worker"})
    void tagsEachImageInTheRegistry(String service) {
        assertThat(registry.digest("shop/" + service, "1.0.0")).contains(firstPush.digest(service));
    }

    @Test
    void leavesBehindWhatWasPushedWhere() {
        JsonNode images = firstPush.images().path("images");

        assertThat(images.findValuesAsText("service")).containsExactlyInAnyOrder("api", "worker");
        for (JsonNode image : images) {
            String service = image.path("service").asText();
            assertThat(image.path("registry").asText()).isEqualTo("registry");
            assertThat(image.path("references"))
                    .extracting(JsonNode::asText)
                    .containsExactly(registry.host() + "/shop/" + service + ":1.0.0");
            assertThat(image.path("digest").asText()).isEqualTo(firstPush.digest(service));
        }
    }

    @Test
    void uploadsNothingTheSecondTime() {
        List<String> digests = List.of(firstPush.digest("api"), firstPush.digest("worker"));
        registry.forgetRequests();

        BuildResult secondPush =
                MavenBuild.of(shop).property(ENDPOINT, registry.host()).run("package", "aspire:push");

        assertThat(secondPush).succeeded();
        assertThat(registry.requests())
                .isNotEmpty()
                .noneMatch(RegistryRequest::bringsBytes)
                .noneMatch(RegistryRequest::putsManifest);
        assertThat(secondPush.images().path("images").findValuesAsText("state"))
                .containsExactly("existing", "existing");
        assertThat(List.of(secondPush.digest("api"), secondPush.digest("worker")))
                .isEqualTo(digests);
    }

    @Test
    void takesParametersFromTheEnvironment() {
        BuildResult push = MavenBuild.of(Sample.copyOf("shop"))
                .environment("Parameters__registry_endpoint", registry.host())
                .environment("Parameters__registry_repository", "market")
                .run("package", "aspire:push");

        assertThat(push).succeeded();
        assertThat(registry.digest("market/api", "1.0.0")).contains(push.digest("api"));
        assertThat(registry.digest("market/worker", "1.0.0")).contains(push.digest("worker"));
    }

    @Test
    void packagesTheModulesItselfWhenNothingIsPackaged() {
        BuildResult push = MavenBuild.of(Sample.copyOf("shop"))
                .property(ENDPOINT, registry.host())
                .property("aspire.parameters.registry-repository", "unpackaged")
                .run("aspire:push");

        assertThat(push).succeeded();
        assertThat(registry.digest("unpackaged/api", "1.0.0")).contains(firstPush.digest("api"));
    }

    @NeedsEngine
    @ParameterizedTest
    @CsvSource({"api, teapot", "worker, processed"})
    void pushesImagesThatRunAndAnswer(String service, String answer) {
        String reference = registry.host() + "/shop/" + service + ":1.0.0";

        try (DockerEngine.Container container =
                DockerEngine.run(reference, Pattern.compile(service + " is listening on port"))) {
            assertThat(container.get("/")).contains(answer);
            assertThat(container.get("/health")).isEqualTo("{\"status\":\"up\"}");
        }
    }
}
