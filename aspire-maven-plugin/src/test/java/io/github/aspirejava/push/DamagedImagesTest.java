package io.github.aspirejava.push;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.index;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.registry.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images of which a registry has lost a part. */
class DamagedImagesTest extends PushTestCase {
    private static final Blob BASE = layer("base");
    private static final Blob APP = layer("app");
    private static final Tag NEXT = new Tag("2.0");

    private final ImageContent image = image("api", BASE, APP);

    @Test
    void uploadsABlobAgainThatTheRegistryLacksAtTheManifest() throws Exception {
        push(image, target("api"));
        lose(APP);

        PushedImage pushed = push(new Pusher(), image, target("api"), NEXT);

        assertThat(has(APP)).isTrue();
        assertThat(pushed.blobs()).isEqualTo(new BlobCounts(1, 0, 2));
        assertThat(pushed.bytesUploaded()).isEqualTo(APP.descriptor().size());
        assertThat(StoredImages.manifest(registry.contents(), "api", "2.0")).contains(image.root());
    }

    @Test
    void uploadsABlobAgainThatIsLostBetweenItsUploadAndTheManifest() throws Exception {
        UploadedImage uploaded = pusher.upload(image, target("api"), List.of(TAG), new Cancellation());
        lose(BASE);

        pusher.tag(uploaded, List.of(TAG), new Cancellation());

        assertThat(has(BASE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "404, MANIFEST_BLOB_UNKNOWN",
        "400, MANIFEST_BLOB_UNKNOWN",
        "400, BLOB_UNKNOWN",
        "404, NOT_FOUND",
        "404, ''"
    })
    void asksForAllBlobsAgain(int status, String code) throws Exception {
        refuseManifest(status, code, "", 1);
        registry.forgetRequests();

        push(image, target("api"));

        assertThat(registry.requests(request -> request.path().contains("/blobs/sha256:")))
                .as("each blob twice")
                .hasSize(6);
        assertThat(registry.requests(DamagedImagesTest::isWrittenManifest)).hasSize(2);
    }

    @Test
    void sendsABlobThatTheRegistryReportsAlthoughItClaimsToHaveIt() throws Exception {
        refuseManifest(404, "MANIFEST_BLOB_UNKNOWN", APP.descriptor().digest().toString(), 1);

        PushedImage pushed = push(image, target("api"));

        assertThat(registry.requests(LoggedRequest::isBlobUpload)).hasSize(4);
        assertThat(pushed.changed()).isTrue();
    }

    @Test
    void uploadsWhatAMountHasOnlyPromised() throws Exception {
        Blob elsewhere = new Mounted(APP);
        registry.fail(Fault.answer(201, Map.of(), new byte[0]), LoggedRequest::isMount);

        push(image("api", BASE, elsewhere), target("api"));

        assertThat(has(APP)).isTrue();
    }

    @Test
    void triesThatOnce() {
        refuseManifest(404, "MANIFEST_BLOB_UNKNOWN", "", Integer.MAX_VALUE);

        assertThatThrownBy(() -> push(image, target("api")))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("MANIFEST_BLOB_UNKNOWN");
        assertThat(registry.requests(DamagedImagesTest::isWrittenManifest)).hasSize(2);
    }

    @Test
    void doesNotUploadAgainForARepositoryThatDoesNotExist() {
        refuseManifest(404, "NAME_UNKNOWN", "", Integer.MAX_VALUE);

        assertThatThrownBy(() -> push(image, target("api"))).hasMessageContaining("NAME_UNKNOWN");
        assertThat(registry.requests(DamagedImagesTest::isWrittenManifest)).hasSize(1);
    }

    @Test
    void takesTheBlobsOfAnImageThatIsThereForPresent() throws Exception {
        push(image, target("api"));
        lose(APP);
        registry.forgetRequests();

        assertThat(push(new Pusher(), image, target("api")).changed()).isFalse();

        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void looksForEachBlobOfAnImageThatIsThereIfItIsToVerify() throws Exception {
        push(image, target("api"));
        lose(APP);
        registry.forgetRequests();

        PushedImage pushed = push(new Pusher(true), image, target("api"));

        assertThat(has(APP)).isTrue();
        assertThat(pushed.changed()).isTrue();
        assertThat(registry.requests(request -> request.method().equals("HEAD")))
                .hasSize(4);
    }

    @Test
    void writesNothingForAWholeImageThatItVerifies() throws Exception {
        ImageContent both = index(image("amd", BASE), image("arm", APP));
        push(both, target("api"));
        registry.forgetRequests();

        PushedImage pushed = push(new Pusher(true), both, target("api"));

        assertThat(pushed.changed()).isFalse();
        assertThat(registry.requests(LoggedRequest::isWrite)).isEmpty();
        assertThat(registry.requests())
                .as("the tag, four blobs and two manifests")
                .hasSize(7);
    }

    private void refuseManifest(int status, String code, String detail, int times) {
        String body =
                "{\"errors\":[{\"code\":\"%s\",\"message\":\"refused\",\"detail\":\"%s\"}]}".formatted(code, detail);
        registry.fail(
                Fault.answer(status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8))
                        .times(times),
                DamagedImagesTest::isWrittenManifest);
    }

    private static boolean isWrittenManifest(LoggedRequest request) {
        return request.isWrite() && request.isManifest();
    }

    private void lose(Blob blob) {
        registry.contents().removeBlob("api", digest(blob));
    }

    private boolean has(Blob blob) {
        return registry.contents().hasBlob("api", digest(blob));
    }

    private static Digest digest(Blob blob) {
        return blob.descriptor().digest();
    }

    private final class Mounted implements Blob {
        private final Blob blob;

        Mounted(Blob blob) {
            this.blob = blob;
        }

        @Override
        public Descriptor descriptor() {
            return blob.descriptor();
        }

        @Override
        public InputStream open() throws IOException {
            return blob.open();
        }

        @Override
        public Optional<BlobOrigin> origin() {
            return Optional.of(new BlobOrigin(registry.host(), new Repository("base")));
        }
    }
}
