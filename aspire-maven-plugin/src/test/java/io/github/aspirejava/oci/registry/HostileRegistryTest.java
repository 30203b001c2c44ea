package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.HostileTexts;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.http.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a hostile registry are understood, or refused in one line and with little memory. */
class HostileRegistryTest {
    private static final int TRIES = 150;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final Blob BLOB = layer("some bytes");
    private static final byte[] NOTHING = {};
    private static final Registries REGISTRIES = new VirtualTime().registries();

    @Property(tries = 2_000)
    void challengesAreReadAsFarAsTheyMakeSense(@ForAll("header") String header) {
        for (Challenge challenge : Challenge.parse(List.of(header, header))) {
            assertThat(challenge.scheme()).isNotEmpty().isLowerCase();
        }
    }

    @Timeout(60)
    @ParameterizedTest
    @ValueSource(strings = {"x", "\\x", "x\\\"", " ,", "a=b,"})
    void aChallengeMayBeAsLongAsItLikes(String piece) {
        String quoted = "Bearer realm=\"%s\"".formatted(piece.repeat(100_000));

        assertThat(Challenge.parse(List.of(quoted, quoted.substring(0, quoted.length() - 1), piece.repeat(100_000))))
                .isNotEmpty();
    }

    @Property(tries = 2_000)
    void aTimeToComeBackIsReadOrIgnored(@ForAll("header") String header) {
        RetryAfter.parse(header, Instant.EPOCH)
                .ifPresent(pause -> assertThat(pause.isNegative()).isFalse());
    }

    @Property(tries = TRIES)
    void whoeverWantsToKnowWhoIsAsking(@ForAll("challenge") String challenge) {
        serve(registry -> {
            registry.fail(
                    Fault.answer(401, Map.of("WWW-Authenticate", challenge), NOTHING)
                            .times(3),
                    request -> true);

            REGISTRIES.client(registry.host()).checkPush(new Repository("api"));
        });
    }

    @Property(tries = TRIES)
    void whateverATokenServerSays(@ForAll("token") byte[] document) {
        serve(registry -> {
            registry.withBearer("bob", "secret");
            registry.fail(
                    Fault.answer(200, Map.of(), document),
                    request -> request.path().equals("/token"));

            repository(registry).blobs().has(BLOB.descriptor().digest());
        });
    }

    @Property(tries = TRIES)
    void whateverARefusalSays(@ForAll("refusal") byte[] document, @ForAll("header") String retryAfter) {
        serve(registry -> {
            registry.fail(
                    Fault.answer(429, Map.of("Retry-After", retryAfter), document)
                            .times(1),
                    r -> r.isRead());
            registry.fail(Fault.answer(403, Map.of(), document), LoggedRequest::isRead);

            assertThatThrownBy(() -> repository(registry).manifest("1.0"))
                    .isInstanceOf(RegistryException.class)
                    .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(6_000));
            repository(registry).manifest("1.0");
        });
    }

    @Property(tries = TRIES)
    void whateverAManifestIs(
            @ForAll("manifest") byte[] document, @ForAll("header") String type, @ForAll("digest") String digest) {
        serve(registry -> {
            registry.fail(
                    Fault.answer(200, Map.of("Content-Type", type, "Docker-Content-Digest", digest), document),
                    LoggedRequest::isManifest);

            repository(registry).findManifest("1.0");
            repository(registry).manifest("1.0");
        });
    }

    @Property(tries = TRIES)
    void whateverIsSaidOfAWrittenManifest(@ForAll("digest") String digest) {
        serve(registry -> {
            registry.fail(
                    Fault.answer(201, Map.of("Docker-Content-Digest", digest), NOTHING), LoggedRequest::isManifest);

            repository(registry).putManifest(image("api").root(), "1.0");
        });
    }

    @Property(tries = TRIES)
    void whereverAnUploadIsSaidToBe(
            @ForAll("location") String location, @ForAll("range") String range, @ForAll("range") String chunk) {
        serve(registry -> {
            Map<String, String> headers = Map.of("Location", location, "Range", range, "OCI-Chunk-Min-Length", chunk);
            registry.fail(
                    Fault.answer(202, headers, NOTHING).skip(1),
                    request -> request.method().equals("POST"));
            registry.fail(Fault.answer(405, headers, NOTHING).times(1), LoggedRequest::isBlobUpload);
            registry.fail(Fault.answer(503, headers, NOTHING).times(1), LoggedRequest::isChunk);
            registry.fail(Fault.answer(202, headers, NOTHING), LoggedRequest::isChunk);
            registry.fail(
                    Fault.answer(204, headers, NOTHING), LoggedRequest.matching("GET", "/v2/api/blobs/uploads/.*"));
            RegistryRepository repository = repository(registry);

            UploadSession session =
                    repository.blobs().startUpload(BLOB.descriptor().digest());
            repository.blobs().upload(session, BLOB);
        });
    }

    @Property(tries = TRIES)
    void whateverABlobIs(@ForAll("header") String range, @ForAll("manifest") byte[] bytes) {
        serve(registry -> {
            StoredImages.putBlob(registry.contents(), "api", BLOB);
            registry.fail(Fault.truncateReply(4).times(1), LoggedRequest::isRead);
            registry.fail(Fault.answer(206, Map.of("Content-Range", range), bytes), LoggedRequest::isRead);

            try (InputStream blob = repository(registry).openBlob(BLOB.descriptor())) {
                blob.readAllBytes();
            }
        });
    }

    @Timeout(60)
    @ParameterizedTest
    @ValueSource(ints = {200, 403})
    void noAnswerIsReadWithoutEnd(int status) throws Exception {
        try (RegistryFixture registry = RegistryFixture.start()) {
            registry.fail(
                    Fault.endlessAnswer(status, "application/vnd.oci.image.manifest.v1+json"),
                    LoggedRequest::isManifest);
            registry.fail(Fault.endlessAnswer(403, "application/json"), LoggedRequest::isRead);
            RegistryRepository repository = repository(registry);
            long before = allocated();

            assertThatThrownBy(() -> repository.manifest("1.0")).isInstanceOf(RegistryException.class);
            assertThatThrownBy(() -> repository.openBlob(BLOB.descriptor())).isInstanceOf(RegistryException.class);

            assertThat(allocated() - before).isLessThan(64 * MEBIBYTE);
        }
    }

    @Timeout(60)
    @Test
    void noBlobIsReadBeyondItsLength() throws Exception {
        try (RegistryFixture registry = RegistryFixture.start()) {
            registry.fail(Fault.endlessAnswer(200, "application/octet-stream"), LoggedRequest::isRead);
            try (InputStream blob = repository(registry).openBlob(BLOB.descriptor())) {
                assertThatThrownBy(blob::readAllBytes)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("has more than 10 bytes");
            }
        }
    }

    @Timeout(60)
    @Test
    void noTokenIsReadWithoutEnd() {
        try (RegistryFixture registry = RegistryFixture.start()) {
            registry.withBearer("bob", "secret");
            registry.fail(
                    Fault.endlessAnswer(200, "application/json"),
                    request -> request.path().equals("/token"));
            long before = allocated();

            assertThatThrownBy(() ->
                            repository(registry).blobs().has(BLOB.descriptor().digest()))
                    .hasMessageContaining("Its answer holds no token");

            assertThat(allocated() - before).isLessThan(64 * MEBIBYTE);
        }
    }

    @Provide
    Arbitrary<String> header() {
        return HostileTexts.headers();
    }

    @Provide
    Arbitrary<String> challenge() {
        return HostileTexts.headers("Bearer realm=\"http://127.0.0.1:1/");
    }

    @Provide
    Arbitrary<String> digest() {
        return HostileTexts.headers("sha256:");
    }

    @Provide
    Arbitrary<String> range() {
        return HostileTexts.headers("0-");
    }

    @Provide
    Arbitrary<String> location() {
        // A generated host name would be looked up in the network.
        return HostileTexts.headers("/v2/api/blobs/uploads/")
                .map(text -> text.replaceFirst("^(https?:)?//(?!127)", "/"));
    }

    @Provide
    Arbitrary<byte[]> token() {
        return HostileTexts.documents(
                "{\"token\":\"abc\",\"access_token\":\"def\",\"expires_in\":300,\"issued_at\":\"\"}");
    }

    @Provide
    Arbitrary<byte[]> refusal() {
        return HostileTexts.documents(
                "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"no\",\"detail\":{\"a\":[1]}}],\"details\":\"no\",\"error\":\"x\"}");
    }

    @Provide
    Arbitrary<byte[]> manifest() {
        return HostileTexts.documents(new String(image("api", BLOB).root().content(), StandardCharsets.UTF_8));
    }

    /** Executes an exchange with a registry; it may succeed or fail, but only with a message. */
    private static void serve(Exchange exchange) {
        try (RegistryFixture registry = RegistryFixture.start()) {
            exchange.with(registry);
        } catch (IOException e) {
            assertThat(e).message().isNotBlank().doesNotContain("\n", "\r");
        }
    }

    private static RegistryRepository repository(RegistryFixture registry) {
        return REGISTRIES.client(registry.host()).repository(new Repository("api"));
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** An exchange with a registry. */
    @FunctionalInterface
    private interface Exchange {
        void with(RegistryFixture registry) throws IOException;
    }
}
