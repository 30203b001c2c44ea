package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registry that is down delays its own pushes, and nothing else. */
@NeedsRegistry
class IsolationIT {

    @ParameterizedTest
    @CsvSource({"api, worker, aspire:push", "worker, api, aspire:push", "api, worker, package -fae aspire:push"})
    void holdsBackOnlyWhatGoesThere(String blocked, String free, String arguments) {
        Sample shop = Sample.copyOf("shop");
        // No server listens on port 1, and none can without root privileges.
        shop.replace(
                BadInput.POM,
                "</registries>",
                "<containerRegistry><name>down</name><endpoint>127.0.0.1:1</endpoint></containerRegistry></registries>");
        shop.replace(BadInput.POM, registry(blocked, "${shop.registry}"), registry(blocked, "down"));
        try (RealRegistry registry = RealRegistry.open()) {
            BuildResult push = MavenBuild.of(shop)
                    .property("aspire.parameters.registry-endpoint", registry.host())
                    .run(arguments.split(" "));

            assertThat(push)
                    .failed()
                    .hasNoStackTrace()
                    .hasErrorWith(List.of("login-to-down", "127.0.0.1:1"))
                    .prints("Blocked: upload-" + blocked + ", push-" + blocked);
            assertThat(registry.pushes()).containsExactly("shop/" + free + ":1.0.0");
            assertThat(push.images().path("images").findValuesAsText("service")).containsExactly(free);
            assertThat(push.images().path("notPushed")).singleElement().satisfies(image -> {
                assertThat(image.path("service").asText()).isEqualTo(blocked);
                assertThat(image.path("registry").asText()).isEqualTo("down");
                assertThat(image.path("because").asText()).isEqualTo("login-to-down");
                assertThat(image.path("reason").asText()).contains("127.0.0.1:1");
            });
        }
        assertThat(shop.json("target/aspire/pipeline.json").path("steps"))
                .extracting(
                        step -> step.path("name").asText(),
                        step -> step.path("state").asText(),
                        step -> step.path("because").asText(null))
                .contains(
                        tuple("login-to-registry", "succeeded", null),
                        tuple("push-" + free, "succeeded", null),
                        tuple("login-to-down", "failed", null),
                        tuple("build-" + blocked, "succeeded", null),
                        tuple("upload-" + blocked, "skipped", "login-to-down"),
                        tuple("push-" + blocked, "skipped", "login-to-down"));
    }

    private static String registry(String service, String name) {
        return "<name>%s</name>\n              <registry>%s</registry>".formatted(service, name);
    }
}
