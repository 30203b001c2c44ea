package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.VirtualTime;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that registries give although the specification has others. */
@Timeout(60)
class DivergingAnswersTest {
    private static final Blob BLOB = layer("some bytes");
    private static final Digest DIGEST = BLOB.descriptor().digest();
    private static final ManifestContent MANIFEST = image("api").root();

    private final RegistryFixture registry = RegistryFixture.start();
    private final RegistryRepository repository =
            new VirtualTime().registries().client(registry.host()).repository(new Repository("api"));

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 405, 406, 415})
    void asksForAManifestWithGetWhereHeadIsRefused(int status) throws Exception {
        StoredImages.putManifest(registry.contents(), "api", "1.0", MANIFEST);
        registry.fail(Fault.status(status), DivergingAnswersTest::isHead);

        assertThat(repository.findManifest("1.0"))
                .contains(MANIFEST.descriptor().digest());
        assertThat(repository.findManifest("2.0")).isEmpty();
    }

    @Test
    void takesAManifestThatItMayNotReadForMissing() throws Exception {
        StoredImages.putManifest(registry.contents(), "api", "1.0", MANIFEST);
        registry.fail(Fault.status(403), LoggedRequest::isManifest);

        assertThat(repository.findManifest("1.0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 405})
    void uploadsABlobWhereItCannotAskForIt(int status) throws Exception {
        registry.fail(Fault.status(status), DivergingAnswersTest::isHead);

        assertThat(repository.blobs().has(DIGEST)).isFalse();
    }

    @Test
    void believesASuccessWhereItCannotAskForTheBlob() throws Exception {
        registry.fail(Fault.status(403), DivergingAnswersTest::isHead);
        registry.answerWith(204, LoggedRequest::isBlobUpload);

        repository.blobs().upload(repository.blobs().startUpload(DIGEST), BLOB);

        assertThat(registry.contents().hasBlob("api", DIGEST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 404, 405, 409, 500, 501, 502, 503})
    void uploadsWhereAMountIsRefusedWithAnyStatus(int status) throws Exception {
        registry.fail(Fault.status(status), LoggedRequest::isMount);

        assertThat(repository.blobs().mount(DIGEST, new Repository("base"))).isPresent();

        assertThat(registry.requests(LoggedRequest::isMount)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/api/up|load?_state=a b, /v2/api/up%7Cload?_state=a%20b",
        "/v2/api/{x}^`\\<>, /v2/api/%7Bx%7D%5E%60%5C%3C%3E",
        "/v2/api/100%/u?s=%2F%zz, /v2/api/100%25/u?s=%2F%25zz",
        "http://host:5000/a?x=\u00e9, http://host:5000/a?x=%C3%A9",
        "http://[::1]:5000/v2/, http://[::1]:5000/v2/",
    })
    void escapesTheCharactersThatNoAddressMayContain(String location, String escaped) {
        assertThat(URI.create(Addresses.escaped(location))).hasToString(escaped);
    }

    @Test
    void takesAnEmptyDigestForNone() throws Exception {
        registry.fail(Fault.answer(201, Map.of("Docker-Content-Digest", ""), new byte[0]), LoggedRequest::isWrite);

        repository.putManifest(MANIFEST, "1.0");

        assertThat(registry.requests(LoggedRequest::isWrite)).hasSize(1);
    }

    @Test
    void saysThatAProxyLosesTheSchemeOfTheRequest() {
        registry.fail(
                Fault.answer(202, Map.of("Location", "ftp://elsewhere/upload"), new byte[0]),
                request -> request.method().equals("POST"));

        assertThatThrownBy(() -> repository.blobs().startUpload(DIGEST))
                .hasMessageContaining("without TLS")
                .hasMessageContaining("X-Forwarded-Proto");
    }

    private static boolean isHead(LoggedRequest request) {
        return request.method().equals("HEAD");
    }
}
