package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.fixture.TestImages.image;
import static io.github.aspirejava.oci.fixture.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.fixture.VirtualTime;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every registry does for this client: run against the fixture and against the reference implementation. */
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

        assertThat(repository.hasBlob(blob.descriptor().digest())).isTrue();
        try (InputStream stored = repository.openBlob(blob.descriptor())) {
            assertThat(stored.readAllBytes()).isEqualTo(blob.open().readAllBytes());
        }
    }

    @Test
    void keepsAnEmptyBlob() throws Exception {
        RegistryRepository repository = repository("contract/empty");
        Blob blob = layer("");

        upload(repository, blob);

        assertThat(repository.hasBlob(blob.descriptor().digest())).isTrue();
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

        assertThat(repository.hasBlob(ABSENT.descriptor().digest())).isFalse();
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

        Optional<UploadSession> session = target.mount(blob.descriptor().digest(), new Repository("contract/source"));

        assertThat(session).isEmpty();
        assertThat(target.hasBlob(blob.descriptor().digest())).isTrue();
    }

    @Test
    void opensAnUploadInsteadOfAMountThatItCannotDo() throws Exception {
        Blob blob = layer("not mountable");
        RegistryRepository target = repository("contract/unmounted");

        Optional<UploadSession> session =
                target.mount(blob.descriptor().digest(), new Repository("contract/nothing-here"));
        target.upload(session.orElseThrow(), blob);

        assertThat(target.hasBlob(blob.descriptor().digest())).isTrue();
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

    RegistryRepository repository(String name) {
        return registries.client(host()).repository(new Repository(name));
    }

    private static void upload(RegistryRepository repository, Blob blob) throws Exception {
        repository.upload(repository.startUpload(blob.descriptor().digest()), blob);
    }
}
