package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.http.HttpLog;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.http.ProxyChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FailuresTest {
    private static final Blob BLOB = layer("the right bytes");

    private final RegistryFixture registry = RegistryFixture.start();
    private final VirtualTime time = new VirtualTime();
    private final Registries registries = time.registries();

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void putsTheRegistrysOwnWordsIntoOneLine() {
        registry.fail(1, 403, request -> request.path().equals("/v2/"));

        assertThatThrownBy(() -> registries.client(registry.host()).checkAccess())
                .isInstanceOfSatisfying(RegistryException.class, e -> {
                    assertThat(e.status()).isEqualTo(403);
                    assertThat(e.host()).isEqualTo(registry.host());
                    assertThat(e.attempted()).isEqualTo("log in to " + registry.host());
                    assertThat(e.errors()).containsExactly(new RegistryError("UNKNOWN", "a fault of the test", ""));
                })
                .hasMessage(
                        "Cannot log in to %s: %s answered 403 UNKNOWN: a fault of the test."
                                + " Check what an anonymous user may do there.",
                        registry.host(), registry.host());
    }

    @Test
    void saysThatNobodyListens() {
        RegistryHost host = registry.host();
        registry.close();

        assertThatThrownBy(() -> registries.client(host).checkAccess())
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.status()).isEqualTo(RegistryException.NO_ANSWER))
                .hasMessage(
                        "Cannot reach %s: %s refuses connections."
                                + " Check that it is running and that host and port are right."
                                + " It was tried 4 times in 1 s.",
                        host, host);
    }

    @Test
    void saysThatAHostIsUnknown() {
        RegistryHost host = RegistryHost.parse("registry.invalid");

        assertThatThrownBy(() -> registries.client(host).checkAccess())
                .hasMessageStartingWith("Cannot reach registry.invalid: the host name registry.invalid is unknown.");
    }

    @Test
    void saysThatARegistryDoesNotAnswerInTime() {
        registry.hold(request -> true);
        Registries impatient = time.registries(
                new HttpSettings(Duration.ofSeconds(10), Duration.ofMillis(50), 5, ProxyChoice.NONE, HttpLog.NONE));

        assertThatThrownBy(() -> impatient.client(registry.host()).checkAccess())
                .hasMessageContaining("%s did not answer within".formatted(registry.host()));
    }

    @Test
    void saysThatThereIsNoRegistry() {
        registry.fail(1, 404, request -> true);

        assertThatThrownBy(() -> registries.client(registry.host()).checkAccess())
                .hasMessageEndingWith("Check the endpoint: there is no registry at /v2/.");
    }

    @Test
    void noticesABlobWhoseBytesAreNotThoseOfItsDigest() throws Exception {
        registry.contents()
                .putBlob("api", BLOB.descriptor().digest(), "the wrong bytes".getBytes(StandardCharsets.UTF_8));

        try (InputStream bytes = repository("api").openBlob(BLOB.descriptor())) {
            assertThatThrownBy(bytes::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("The bytes from %s/api are not those of %s"
                            .formatted(registry.host(), BLOB.descriptor().digest()));
        }
    }

    @Test
    void noticesABlobThatIsCutOff() throws Exception {
        registry.contents().putBlob("api", BLOB.descriptor().digest(), "the right".getBytes(StandardCharsets.UTF_8));

        try (InputStream bytes = repository("api").openBlob(BLOB.descriptor())) {
            assertThatThrownBy(bytes::readAllBytes).hasMessageContaining("has less than 15 bytes");
        }
    }

    @Test
    void noticesABlobThatIsTooLong() throws Exception {
        registry.contents()
                .putBlob(
                        "api", BLOB.descriptor().digest(), "the right bytes and more".getBytes(StandardCharsets.UTF_8));

        try (InputStream bytes = repository("api").openBlob(BLOB.descriptor())) {
            assertThatThrownBy(bytes::readAllBytes).hasMessageContaining("has more than 15 bytes");
        }
    }

    @Test
    void noticesAManifestThatIsNotTheOneAskedFor() {
        String asked = image("right").root().descriptor().digest().toString();
        StoredImages.putManifest(
                registry.contents(), "api", asked, image("wrong").root());

        assertThatThrownBy(() -> repository("api").manifest(asked))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("The bytes are not those of " + asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {MediaTypes.DOCKER_SCHEMA_1_SIGNED, "application/json"})
    void saysWhatToDoAboutAManifestOfAnOldKind(String mediaType) {
        // Its digest is that of the signed content, and not of the sent bytes.
        Map<String, String> headers =
                Map.of("Content-Type", mediaType, "Docker-Content-Digest", "sha256:" + "1".repeat(64));
        byte[] manifest = "{\"schemaVersion\":1,\"name\":\"api\",\"fsLayers\":[]}".getBytes(StandardCharsets.UTF_8);
        registry.fail(Fault.answer(200, headers, manifest), LoggedRequest::isManifest);

        assertThatThrownBy(() -> repository("api").manifest("1"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("It is of Docker's schema 1, which was given up in 2017")
                .hasMessageContaining("skopeo copy --format v2s2");
    }

    @Test
    void tellsOfABlobThatCannotBeReadWhileItIsSent() {
        Blob unreadable = new Blob() {
            @Override
            public Descriptor descriptor() {
                return BLOB.descriptor();
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("The file is gone");
            }
        };
        RegistryRepository repository = repository("api");

        assertThatThrownBy(() -> repository
                        .blobs()
                        .upload(repository.blobs().startUpload(BLOB.descriptor().digest()), unreadable))
                .isInstanceOf(IOException.class)
                .hasMessage("The file is gone");
    }

    private RegistryRepository repository(String name) {
        return registries.client(registry.host()).repository(new Repository(name));
    }
}
