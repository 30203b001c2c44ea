package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.FaultProxy;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract of this client with every registry: run against the fixture and against the reference implementation.
 */
@Timeout(60)
abstract class RegistryContract {
    private static final Blob ABSENT = layer("never uploaded");

    private final Registries registries = new VirtualTime().registries();

    abstract RegistryHost host();

    @Test
    void letsUsIn() throws Exception {
        registries.client(host()).checkAccess();
    }

    @Test
    void keepsABlobThatIsUploaded() throws Exception {
        RegistryRepository repository = repository("contract/blobs");
        Blob blob = layer("some bytes");

        upload(repository, blob);

        assertThat(repository.blobs().has(blob.descriptor().digest())).isTrue();
        try (InputStream stored = repository.openBlob(blob.descriptor())) {
            assertThat(stored.readAllBytes()).isEqualTo(blob.open().readAllBytes());
        }
    }

    @Test
    void keepsAnEmptyBlob() throws Exception {
        RegistryRepository repository = repository("contract/empty");
        Blob blob = layer("");

        upload(repository, blob);

        assertThat(repository.blobs().has(blob.descriptor().digest())).isTrue();
    }

    @Test
    void keepsABlobThatIsLongerThanAnyBuffer() throws Exception {
        RegistryRepository repository = repository("contract/long");
        Blob blob = layer("0123456789abcdef".repeat(200_000));

        upload(repository, blob);

        try (InputStream stored = repository.openBlob(blob.descriptor())) {
            assertThat(Digest.of(stored.readAllBytes()))
                    .isEqualTo(blob.descriptor().digest());
        }
    }

    @Test
    void saysThatABlobIsNotThere() throws Exception {
        RegistryRepository repository = repository("contract/absent");

        assertThat(repository.blobs().has(ABSENT.descriptor().digest())).isFalse();
        assertThatThrownBy(() -> repository.openBlob(ABSENT.descriptor()))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.status()).isEqualTo(404))
                .hasMessageContaining(
                        "Cannot read the blob " + ABSENT.descriptor().digest())
                .hasMessageContaining("BLOB_UNKNOWN");
    }

    @Test
    void mountsABlobFromARepositoryThatHasIt() throws Exception {
        Blob blob = layer("to be mounted");
        upload(repository("contract/source"), blob);
        RegistryRepository target = repository("contract/target");

        Optional<UploadSession> session =
                target.blobs().mount(blob.descriptor().digest(), new Repository("contract/source"));

        assertThat(session).isEmpty();
        assertThat(target.blobs().has(blob.descriptor().digest())).isTrue();
    }

    @Test
    void opensAnUploadInsteadOfAMountThatItCannotDo() throws Exception {
        Blob blob = layer("not mountable");
        RegistryRepository target = repository("contract/unmounted");

        Optional<UploadSession> session =
                target.blobs().mount(blob.descriptor().digest(), new Repository("contract/nothing-here"));
        target.blobs().upload(session.orElseThrow(), blob);

        assertThat(target.blobs().has(blob.descriptor().digest())).isTrue();
    }

    @Test
    void findsAManifestByTagAndByDigest() throws Exception {
        RegistryRepository repository = repository("contract/images");
        ImageContent image = image("contract", layer("layer of the contract"));
        Digest digest = image.root().descriptor().digest();
        assertThat(repository.findManifest("1.0")).isEmpty();
        for (Blob blob : image.blobs()) {
            upload(repository, blob);
        }

        repository.putManifest(image.root(), "1.0");

        assertThat(repository.findManifest("1.0")).contains(digest);
        assertThat(repository.findManifest(digest.toString())).contains(digest);
        assertThat(repository.manifest("1.0")).isEqualTo(image.root());
        assertThat(repository.manifest(digest.toString())).isEqualTo(image.root());
    }

    @Test
    void saysWhichManifestIsNotThere() {
        assertThatThrownBy(() -> repository("contract/none").manifest("1.0"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("Cannot read the manifest %s/contract/none:1.0".formatted(host()))
                .hasMessageContaining("404 MANIFEST_UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource
    void keepsABlobWhoseUploadIsDisturbed(Disturbance disturbance) throws Exception {
        Blob blob = layer("%s again and again ".formatted(disturbance).repeat(100_000));
        try (FaultProxy proxy = FaultProxy.inFrontOf(host().toString())) {
            proxy.fail(disturbance.fault.times(1), LoggedRequest::isBlobUpload);

            upload(through(proxy, "contract/disturbed"), blob);

            assertThat(proxy.requests(LoggedRequest::isBlobUpload)).isNotEmpty();
        }
        assertKept(repository("contract/disturbed"), blob);
    }

    @Test
    void keepsABlobThatComesInChunks() throws Exception {
        Blob blob = layer("in pieces ".repeat(350_000));
        try (FaultProxy proxy = FaultProxy.inFrontOf(host().toString())) {
            proxy.fail(Fault.status(405).times(1), LoggedRequest::isBlobUpload);
            proxy.fail(Fault.statusAtOnce(413).times(1), LoggedRequest::isChunk);

            upload(through(proxy, "contract/chunks"), blob);

            assertThat(proxy.requests(LoggedRequest::isChunk)).hasSize(1 + 4);
        }
        assertKept(repository("contract/chunks"), blob);
    }

    @Test
    void mountsABlobThoughTheReplyIsLost() throws Exception {
        Blob blob = layer("to be mounted twice");
        upload(repository("contract/source"), blob);
        try (FaultProxy proxy = FaultProxy.inFrontOf(host().toString())) {
            proxy.fail(Fault.loseReply().times(1), LoggedRequest::isMount);
            RegistryRepository target = through(proxy, "contract/mounted-twice");

            assertThat(target.blobs().mount(blob.descriptor().digest(), new Repository("contract/source")))
                    .isEmpty();
        }
        assertKept(repository("contract/mounted-twice"), blob);
    }

    @Test
    void sendsTheRestOfABlobThatBrokeOff() throws Exception {
        Blob blob = layer("read in parts ".repeat(200_000));
        upload(repository("contract/ranges"), blob);
        try (FaultProxy proxy = FaultProxy.inFrontOf(host().toString())) {
            proxy.fail(Fault.truncateReply(1_000_000).times(2), LoggedRequest.matching("GET", ".*/blobs/.*"));
            RegistryRepository repository = through(proxy, "contract/ranges");

            assertKept(repository, blob);

            assertThat(proxy.requests(request -> request.header("Range").isPresent()))
                    .extracting(request -> request.header("Range").orElseThrow())
                    .containsExactly("bytes=1000000-", "bytes=2000000-");
        }
    }

    @Test
    void isLeftWithNothingByTheProofOfTheRightToPush() throws Exception {
        try (FaultProxy proxy = FaultProxy.inFrontOf(host().toString())) {
            registries.client(proxy.host()).checkPush(new Repository("contract/proof"));

            List<LoggedRequest> writes = proxy.requests(LoggedRequest::isWrite);
            assertThat(writes).extracting(LoggedRequest::method).containsExactly("POST", "DELETE");
            assertThat(status(writes.get(1).path() + '?' + writes.get(1).query()))
                    .isEqualTo(404);
        }
        assertThat(status("/v2/contract/proof/tags/list")).isEqualTo(404);
    }

    RegistryRepository repository(String name) {
        return registries.client(host()).repository(new Repository(name));
    }

    private RegistryRepository through(FaultProxy proxy, String name) throws IOException {
        RegistryClient client = registries.client(proxy.host());
        // The fault applies to the request under test, and not to the very first one.
        client.checkAccess();
        return client.repository(new Repository(name));
    }

    private int status(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://" + host() + path).toURL().openConnection();
        return connection.getResponseCode();
    }

    private static void assertKept(RegistryRepository repository, Blob blob) throws IOException {
        try (InputStream stored = repository.openBlob(blob.descriptor())) {
            assertThat(Digest.of(stored.readAllBytes()))
                    .isEqualTo(blob.descriptor().digest());
        }
    }

    private static void upload(RegistryRepository repository, Blob blob) throws Exception {
        repository
                .blobs()
                .upload(repository.blobs().startUpload(blob.descriptor().digest()), blob);
    }

    /** A fault of the request that uploads a blob. */
    enum Disturbance {
        CLOSED_BEFORE_THE_BODY(Fault.close()),
        CLOSED_IN_THE_BODY(Fault.closeInBody(1_000_000)),
        REFUSED_BEFORE_THE_BODY(Fault.statusAtOnce(500)),
        REFUSED_FOR_NOW(Fault.status(503, "1")),
        REPLY_LOST(Fault.loseReply()),
        REPLY_CUT_OFF(Fault.truncateReply(0));

        @SuppressWarnings("ImmutableEnumChecker") // it has no state
        private final Fault fault;

        Disturbance(Fault fault) {
            this.fault = fault;
        }
    }
}
