package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.credential.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The advice about the refusals of well-known registries, by their status, code and words. */
@Timeout(60)
class AdviceTest {
    private static final String DOES_NOT_MOVE = "already and does not move. Push under another tag.";

    private final RegistryFixture registry = RegistryFixture.start();

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ECR          | 404 | NAME_UNKNOWN     | The repository with name 'acme/api' does not exist in the registry | Create the repository acme/api there first.
                    GAR          | 404 | NAME_UNKNOWN     | Repository "acme" not found                                       | Create the repository acme/api there first.
                    GHCR         | 403 | DENIED           | permission_denied: write_package                                  | Check what user 'ci' may do there.
                    GitLab       | 403 | DENIED           | requested access to the resource is denied                        | Check what user 'ci' may do there.
                    Harbor       | 403 | DENIED           | adding 20.0 MiB of storage resource, which when updated to current usage of 95.0 MiB will exceed the configured upper limit of 100.0 MiB. | Its storage quota is exhausted: delete images there, or raise the quota.
                    Quay         | 403 | DENIED           | Quota has been exceeded on namespace                              | Its storage quota is exhausted: delete images there, or raise the quota.
                    Quay         | 405 | UNSUPPORTED      | System is currently read-only. Pulls will succeed but all write operations are currently suspended. | It is read-only: push to another registry, or try again later.
                    distribution | 405 | UNSUPPORTED      | The operation is unsupported.                                     | Check whether it accepts pushes: a mirror or a proxy of another registry does not.
                    distribution | 401 | UNAUTHORIZED     | authentication required                                           | Check the password or token of user 'ci'.
                    Docker Hub   | 429 | TOOMANYREQUESTS  | You have reached your pull rate limit                             | It limits the rate of requests: try again later.
                    nginx        | 413 |                  |                                                                   | A server in front of it limits the size of a request: raise that limit.
                    Artifactory  | 404 | NOT_FOUND        | no such path                                                      | Check the endpoint and the repository's name.
                    any          | 503 |                  |                                                                   | The fault lies with the server: try again later.
                    """)
    void explainsARefusedUpload(String who, int status, String code, String message, String advice) {
        refuse(status, code, message, LoggedRequest::isWrite);

        assertThatThrownBy(() -> repository().blobs().startUpload(Digest.of(new byte[1])))
                .hasMessageContaining(advice)
                .hasMessageNotContaining("..");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ECR          | 400 | TAG_INVALID      | The image tag '1.0' already exists and cannot be overwritten because the repository is immutable. | true
                    Harbor       | 412 | PRECONDITION     | Failed to process request due to 'api:1.0' configured as immutable. | true
                    Nexus        | 400 | UNKNOWN          | Repository does not allow updating assets: docker                  | true
                    Artifactory  | 403 | DENIED           | The repository does not allow redeploy of the artifact             | true
                    ACR          | 409 | CONFLICT         | The operation is not allowed: tag cannot be overwritten            | true
                    any          | 409 |                  |                                                                    | true
                    Harbor       | 412 | DENIED           | adding 20.0 MiB of storage resource, which when updated to current usage of 95.0 MiB will exceed the configured upper limit of 100.0 MiB. | false
                    distribution | 400 | MANIFEST_INVALID | manifest invalid                                                   | false
                    GHCR         | 403 | DENIED           | permission_denied: write_package                                   | false
                    Quay         | 405 | UNSUPPORTED      | System is currently read-only.                                     | false
                    any          | 400 |                  |                                                                    | false
                    """)
    void saysThatATagDoesNotMoveOnlyIfItIsTheReason(
            String who, int status, String code, String message, boolean immutable) {
        StoredImages.putManifest(
                registry.contents(), "acme/api", "1.0", image("another").root());
        refuse(status, code, message, LoggedRequest::isWrite);

        assertThatThrownBy(() -> repository().putManifest(image("api").root(), "1.0"))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).contains(DOES_NOT_MOVE))
                        .isEqualTo(immutable))
                .hasMessageNotContaining("..");
    }

    @Test
    void doesNotBlameAUserWhomTheStorageNeverSaw() {
        try (RegistryFixture storage = RegistryFixture.start()) {
            String elsewhere =
                    "http://localhost:%s/blob".formatted(storage.host().port());
            registry.fail(
                    Fault.answer(307, Map.of("Location", elsewhere), new byte[0]),
                    request -> request.method().equals("POST"));
            storage.fail(Fault.status(403), request -> true);

            assertThatThrownBy(() -> repository().blobs().startUpload(Digest.of(new byte[1])))
                    .hasMessageContaining("It is not the registry itself, which redirected the request there")
                    .hasMessageNotContaining("user 'ci'");
        }
    }

    private RegistryRepository repository() {
        return new VirtualTime()
                .registries()
                .client(RegistryAccess.anonymous(registry.host()).as(new Credentials("ci", new Secret("pw"))))
                .repository(new Repository("acme/api"));
    }

    private void refuse(int status, String code, String message, Predicate<LoggedRequest> which) {
        String body = code == null
                ? ""
                : "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}".formatted(code, message.replace("\"", "\\\""));
        registry.fail(Fault.answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)), which);
    }
}
