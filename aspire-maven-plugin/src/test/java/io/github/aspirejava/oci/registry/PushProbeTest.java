package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.credential.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The upload that proves the permission to push, and that must not stay. */
@Timeout(60)
class PushProbeTest {
    private static final Repository API = new Repository("api");
    private static final Blob BLOB = layer("bytes");

    private final RegistryFixture registry = RegistryFixture.start();
    private final RegistryClient client = new VirtualTime().registries().client(registry.host());

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void isCancelled() throws Exception {
        client.checkPush(API);
        upload();

        assertThat(registry.requests(LoggedRequest::isWrite))
                .extracting(LoggedRequest::method)
                .containsExactly("POST", "DELETE", "POST", "PUT");
    }

    @Test
    void isUsedForTheFirstBlobIfItCannotBeCancelled() throws Exception {
        registry.fail(Fault.status(401), request -> request.method().equals("DELETE"));

        client.checkPush(API);
        upload();

        assertThat(registry.requests(LoggedRequest::isWrite))
                .extracting(LoggedRequest::method)
                .containsExactly("POST", "DELETE", "PUT");
        assertThat(registry.contents().hasBlob("api", BLOB.descriptor().digest()))
                .isTrue();
    }

    @Test
    void isForgottenIfTheRegistryHasGivenItUp() throws Exception {
        registry.fail(Fault.loseReply().times(8), request -> request.method().equals("DELETE"));

        client.checkPush(API);
        upload();

        assertThat(registry.contents().hasBlob("api", BLOB.descriptor().digest()))
                .isTrue();
    }

    @Test
    void isCancelledWithTheRightToDelete() throws Exception {
        registry.withBearer("bob", "pw");

        new VirtualTime()
                .registries()
                .client(RegistryAccess.anonymous(registry.host()).as(new Credentials("bob", new Secret("pw"))))
                .checkPush(API);

        assertThat(registry.requests(request -> request.path().equals("/token")))
                .last()
                .satisfies(request -> assertThat(request.query()).contains("pull%2Cpush%2Cdelete"));
    }

    private void upload() throws Exception {
        RegistryRepository repository = client.repository(API);
        repository
                .blobs()
                .upload(repository.blobs().startUpload(BLOB.descriptor().digest()), BLOB);
    }
}
