package io.github.aspirejava.push;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.index;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.StoredImages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pushes to registries that take manifests of Docker's only. */
class DockerFormTest extends PushTestCase {
    @ParameterizedTest
    @CsvSource({
        "400, MANIFEST_INVALID",
        "405, UNSUPPORTED",
        "415, UNSUPPORTED",
        "400, ''",
    })
    void sendsDockersManifestWhereOcisIsRefused(int status, String code) throws Exception {
        refuseOci(status, code);
        ImageContent image = image("api", layer("a"));

        PushedImage pushed = push(image, target("api"));

        ManifestContent stored =
                StoredImages.manifest(registry.contents(), "api", "1.0").orElseThrow();
        assertThat(stored.descriptor().mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST);
        assertThat(pushed.digest()).isEqualTo(stored.descriptor().digest());
        assertThat(pushed.mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST);
        assertThat(Json.parse(stored.content()).findValuesAsText("mediaType"))
                .allSatisfy(type -> assertThat(type).startsWith("application/vnd.docker."));
        assertThat(registry.requests(LoggedRequest::isBlobUpload))
                .as("blobs once")
                .hasSize(2);
    }

    @Test
    void sendsDockersListForSeveralPlatforms() throws Exception {
        refuseOci(400, "MANIFEST_INVALID");

        push(index(image("amd", layer("a")), image("arm", layer("b"))), target("api"));

        ManifestContent stored =
                StoredImages.manifest(registry.contents(), "api", "1.0").orElseThrow();
        assertThat(stored.descriptor().mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST_LIST);
        assertThat(Json.parse(stored.content()).path("manifests"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(StoredImages.manifest(
                                        registry.contents(),
                                        "api",
                                        entry.path("digest").asText())
                                .orElseThrow()
                                .descriptor()
                                .mediaType())
                        .isEqualTo(entry.path("mediaType").asText()));
    }

    @Test
    void leavesACopyAsItIs() throws Exception {
        refuseOci(400, "MANIFEST_INVALID");
        UploadedImage copy = pusher.upload(image("api", layer("a")), target("api"), List.of(TAG), new Cancellation())
                .keepingDigest();

        assertThatThrownBy(() -> pusher.tag(copy, List.of(TAG), new Cancellation()))
                .hasMessageContaining("MANIFEST_INVALID");
    }

    @Test
    void saysWhyTheFirstManifestWasRefusedIfTheSecondIsToo() {
        registry.fail(
                Fault.answer(400, Map.of(), error("MANIFEST_INVALID")).times(1),
                request -> request.isWrite() && request.isManifest());
        registry.fail(Fault.status(400), request -> request.isWrite() && request.isManifest());

        assertThatThrownBy(() -> push(image("api", layer("a")), target("api")))
                .hasMessageContaining("MANIFEST_INVALID")
                .hasMessageContaining("It refused the manifest in Docker's format, too.");
    }

    private void refuseOci(int status, String code) {
        registry.fail(
                Fault.answer(status, Map.of(), code.isEmpty() ? new byte[0] : error(code)),
                request -> request.isWrite()
                        && request.isManifest()
                        && request.header("Content-Type").orElse("").contains(".oci."));
    }

    private static byte[] error(String code) {
        return "{\"errors\":[{\"code\":\"%s\",\"message\":\"manifest invalid\"}]}"
                .formatted(code)
                .getBytes(StandardCharsets.UTF_8);
    }
}
