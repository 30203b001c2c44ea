package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Uploads of a blob in spite of every failure of the registry and the network. */
@Timeout(60)
class BlobUploadTest {
    private static final Blob BLOB = bytes(3_000_000);
    private static final Digest DIGEST = BLOB.descriptor().digest();

    private final RegistryFixture registry = RegistryFixture.start();
    private final RegistryRepository repository =
            new VirtualTime().registries().client(registry.host()).repository(new Repository("api"));

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void takesTwoRequests() throws Exception {
        upload();

        assertThat(writes()).containsExactly("POST", "PUT");
    }

    @Test
    void asksForTheBlobBeforeItSendsItAgain() throws Exception {
        registry.fail(Fault.loseReply().times(1), LoggedRequest::isBlobUpload);

        upload();

        assertThat(writes()).containsExactly("POST", "PUT");
        assertThat(registry.requests(request -> request.method().equals("HEAD")))
                .hasSize(1);
    }

    @Test
    void goesOnWhereItBrokeOff() throws Exception {
        registry.fail(Fault.closeInBody(2_000_000).times(1), LoggedRequest::isBlobUpload);

        upload();

        assertThat(writes()).containsExactly("POST", "PUT", "PATCH", "PUT");
        long sentAgain = registry.requests(LoggedRequest::isChunk).get(0).contentLength();
        assertThat(sentAgain).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void beginsAnewWhereNothingWasKept() throws Exception {
        registry.loseBrokenUploads();
        registry.fail(Fault.closeInBody(2_000_000).times(1), LoggedRequest::isBlobUpload);

        upload();

        assertThat(writes()).startsWith("POST", "PUT").endsWith("PUT");
    }

    @Test
    void beginsAnewWhereNobodyTellsHowFarItCame() throws Exception {
        registry.refuseOldLocations();
        registry.fail(Fault.closeInBody(2_000_000).times(1), LoggedRequest::isBlobUpload);

        upload();

        assertThat(writes()).containsExactly("POST", "PUT", "POST", "PUT");
    }

    @Test
    void turnsToChunksWhereOneBodyIsNotTaken() throws Exception {
        registry.refuseMonolithicUploads();

        upload();

        assertThat(writes()).containsExactly("POST", "PUT", "POST", "PATCH", "PUT");
    }

    @Test
    void makesTheChunksSmallerWhereTheyAreTooLarge() throws Exception {
        registry.refuseBodiesAbove(1_100_000);

        upload();

        assertThat(registry.requests(LoggedRequest::isChunk))
                .last()
                .satisfies(chunk -> assertThat(chunk.contentLength()).isLessThanOrEqualTo(1_100_000));
    }

    @Test
    void goesOnWithChunksAfterABreak() throws Exception {
        registry.refuseBodiesAbove(1_100_000);
        registry.fail(Fault.closeInBody(500_000).skip(2).times(1), LoggedRequest::isChunk);

        upload();
    }

    /** Answers in the middle of an upload after which the same bytes have to be sent once more. */
    static Stream<Fault> repetitions() {
        return Stream.of(
                Fault.answer(401, Map.of("WWW-Authenticate", "Basic realm=\"again\""), new byte[0]),
                Fault.redirect(307),
                Fault.redirect(308),
                Fault.status(429, "1"),
                Fault.status(503),
                Fault.close(),
                Fault.closeInBody(300_000));
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void sendsTheSamePartAgain(Fault fault) throws Exception {
        registry.refuseBodiesAbove(1_100_000);
        registry.fail(fault.skip(2).times(1), LoggedRequest::isChunk);
        RegistryRepository asBob = new VirtualTime()
                .registries()
                .client(RegistryAccess.anonymous(registry.host()).as(new Credentials("bob", new Secret("secret"))))
                .repository(new Repository("api"));

        asBob.blobs().upload(asBob.blobs().startUpload(DIGEST), BLOB);

        assertThat(registry.contents().blob("api", DIGEST))
                .hasValueSatisfying(bytes -> assertThat(Digest.of(bytes)).isEqualTo(DIGEST));
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void sendsTheSameBlobAgain(Fault fault) throws Exception {
        registry.fail(fault.times(1), LoggedRequest::isBlobUpload);
        RegistryRepository asBob = new VirtualTime()
                .registries()
                .client(RegistryAccess.anonymous(registry.host()).as(new Credentials("bob", new Secret("secret"))))
                .repository(new Repository("api"));

        asBob.blobs().upload(asBob.blobs().startUpload(DIGEST), BLOB);

        assertThat(registry.contents().blob("api", DIGEST))
                .hasValueSatisfying(bytes -> assertThat(Digest.of(bytes)).isEqualTo(DIGEST));
    }

    @Test
    void readsPartsInTheirOrderOnce() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        try (BlobParts parts = new BlobParts(counting(opened))) {
            HttpBody first = parts.part(0, 1_000_000);
            HttpBody second = parts.part(1_000_000, 2_000_000);

            byte[] one = read(first);
            byte[] two = read(second);
            assertThat(opened).hasValue(1);
            assertThat(read(second)).isEqualTo(two);
            assertThat(read(first)).isEqualTo(one);
            assertThat(opened).hasValue(3);
        }
    }

    private static byte[] read(HttpBody body) throws IOException {
        try (InputStream bytes = body.source().open()) {
            return bytes.readAllBytes();
        }
    }

    private static Blob counting(AtomicInteger opened) {
        return new Blob() {
            @Override
            public Descriptor descriptor() {
                return BLOB.descriptor();
            }

            @Override
            public InputStream open() throws IOException {
                opened.incrementAndGet();
                return BLOB.open();
            }
        };
    }

    @Test
    void believesNoSuccessButTheRightOne() throws Exception {
        registry.answerWith(204, LoggedRequest::isBlobUpload);

        upload();

        assertThat(registry.requests(request -> request.method().equals("HEAD")))
                .hasSize(1);
    }

    @Test
    void tellsNobodyElseWhoIsAsking() throws Exception {
        registry.withBasic("bob", "secret");
        try (RegistryFixture storage = registry.uploadElsewhere()) {
            RegistryRepository asBob = new VirtualTime()
                    .registries()
                    .client(RegistryAccess.anonymous(registry.host()).as(new Credentials("bob", new Secret("secret"))))
                    .repository(new Repository("api"));

            asBob.blobs().upload(asBob.blobs().startUpload(DIGEST), BLOB);

            assertThat(storage.requests())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
        }
    }

    @Test
    void takesAManifestWhoseReplyWasLostForStored() throws Exception {
        ManifestContent manifest = stored();
        registry.fail(Fault.loseReply().times(1), request -> request.isWrite() && request.isManifest());

        repository.putManifest(manifest, "1.0");

        assertThat(registry.requests(request -> request.isWrite() && request.isManifest()))
                .hasSize(1);
    }

    @Test
    void isContentWithATagThatMayNotBeWrittenAgainAndIsRight() throws Exception {
        ManifestContent manifest = stored();
        repository.putManifest(manifest, "1.0");
        registry.writeOnceTags(409);

        repository.putManifest(manifest, "1.0");
    }

    @Test
    void saysWhereATagPointsThatMayNotBeMoved() throws Exception {
        ManifestContent first = stored();
        repository.putManifest(first, "1.0");
        registry.immutableTags(400);
        ManifestContent second = stored("another");

        assertThatThrownBy(() -> repository.putManifest(second, "1.0"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(
                        "The tag points to %s already and does not move. Push under another tag.",
                        first.descriptor().digest());
    }

    @Test
    void readsOnWhereADownloadBrokeOff() throws Exception {
        StoredImages.putBlob(registry.contents(), "api", BLOB);
        registry.fail(
                Fault.truncateReply(1_000_000).times(2),
                request -> request.method().equals("GET") && request.path().contains("/blobs/"));

        try (InputStream download = repository.openBlob(BLOB.descriptor())) {
            assertThat(Digest.of(download.readAllBytes())).isEqualTo(DIGEST);
        }
        assertThat(registry.requests(request -> request.header("Range").isPresent()))
                .hasSize(2);
    }

    @Test
    void readsAManifestAgainThatBrokeOff() throws Exception {
        ManifestContent manifest = stored();
        repository.putManifest(manifest, "1.0");
        registry.fail(
                Fault.truncateReply(10).times(1), request -> request.method().equals("GET") && request.isManifest());

        assertThat(repository.manifest("1.0")).isEqualTo(manifest);
    }

    private void upload() throws IOException {
        repository.blobs().upload(repository.blobs().startUpload(DIGEST), BLOB);

        assertThat(registry.contents().blob("api", DIGEST))
                .hasValueSatisfying(bytes -> assertThat(Digest.of(bytes)).isEqualTo(DIGEST));
    }

    private ManifestContent stored() {
        return stored("api");
    }

    private ManifestContent stored(String name) {
        var image = image(name, layer(name));
        image.blobs().forEach(blob -> StoredImages.putBlob(registry.contents(), "api", blob));
        return image.root();
    }

    private List<String> writes() {
        return registry.requests(LoggedRequest::isWrite).stream()
                .map(LoggedRequest::method)
                .toList();
    }

    private static Blob bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return Blob.ofBytes(MediaTypes.OCI_LAYER, bytes);
    }
}
