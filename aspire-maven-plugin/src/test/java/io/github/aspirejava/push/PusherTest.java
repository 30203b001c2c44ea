package io.github.aspirejava.push;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.index;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.fakes.registry.Hold;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.VerifyingInputStream;
import io.github.aspirejava.oci.registry.RegistryException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PusherTest extends PushTestCase {
    @Test
    void pushesAllBlobsAndThenTheManifest() throws Exception {
        ImageContent image = image("api", layer("base"), layer("app"));

        PushedImage pushed = push(image, target("shop/api"));

        assertThat(pushed.references()).containsExactly(registry.host() + "/shop/api:1.0");
        assertThat(pushed.digest()).isEqualTo(image.root().descriptor().digest());
        assertThat(pushed.mediaType()).isEqualTo(MediaTypes.OCI_MANIFEST);
        assertThat(pushed.blobs()).isEqualTo(new BlobCounts(3, 0, 0));
        assertThat(pushed.changed()).isTrue();
        assertThat(pushed.size()).isEqualTo(image.size());
        assertThat(pushed.bytesUploaded())
                .isEqualTo(image.size() - image.root().descriptor().size());
        assertThat(StoredImages.manifest(registry.contents(), "shop/api", "1.0"))
                .contains(image.root());
        for (Blob blob : image.blobs()) {
            assertThat(registry.contents().blob("shop/api", blob.descriptor().digest()))
                    .hasValue(blob.open().readAllBytes());
        }
    }

    @Test
    void writesTheManifestLastAndNothingAfterIt() throws Exception {
        inPool(() -> push(image("api", layer("a"), layer("b"), layer("c")), target("api")));

        List<LoggedRequest> writes = registry.requests(LoggedRequest::isWrite);
        assertThat(writes).filteredOn(LoggedRequest::isManifest).hasSize(1);
        assertThat(writes.get(writes.size() - 1).line()).isEqualTo("PUT /v2/api/manifests/1.0");
    }

    @Test
    void showsNothingToThoseWhoPullUntilItIsTagged() throws Exception {
        ImageContent image = image("api", layer("a"));

        UploadedImage uploaded = pusher.upload(image, target("api"), List.of(), new Cancellation());
        assertThat(registry.requests(r -> r.isWrite() && r.isManifest())).isEmpty();

        pusher.tag(uploaded, List.of(TAG), new Cancellation());
        assertThat(StoredImages.manifest(registry.contents(), "api", "1.0")).contains(image.root());
    }

    @Test
    void asksOnceForEachTagOfAnImageThatIsThere() throws Exception {
        ImageContent image = image("api", layer("a"), layer("b"));
        push(image, target("api"), TAG, new Tag("latest"));
        registry.forgetRequests();

        PushedImage pushed = push(new Pusher(), image, target("api"), TAG, new Tag("latest"));

        assertThat(registry.requests().stream().map(LoggedRequest::line))
                .containsExactly("HEAD /v2/api/manifests/1.0", "HEAD /v2/api/manifests/latest");
        assertThat(pushed.blobs()).isEqualTo(new BlobCounts(0, 0, 3));
        assertThat(pushed.bytesUploaded()).isZero();
        assertThat(pushed.changed()).isFalse();
    }

    @Test
    void asksByDigestForAnImageThatItsTagDoesNotPointTo() throws Exception {
        ImageContent image = image("api", layer("a"), layer("b"));
        push(image, target("api"));
        registry.forgetRequests();

        PushedImage pushed = push(new Pusher(), image, target("api"), new Tag("2.0"));

        assertThat(registry.requests().stream().map(LoggedRequest::line))
                .containsExactly(
                        "HEAD /v2/api/manifests/2.0",
                        "HEAD /v2/api/manifests/" + image.root().descriptor().digest(),
                        "PUT /v2/api/manifests/2.0");
        assertThat(pushed.changed()).isTrue();
    }

    @Test
    void movesOnlyTheTagThatPointsElsewhere() throws Exception {
        ImageContent old = image("old", layer("a"));
        ImageContent current = image("current", layer("a"));
        push(old, target("api"));
        push(current, target("api"), new Tag("2.0"));
        registry.forgetRequests();

        PushedImage pushed = push(current, target("api"), TAG, new Tag("2.0"));

        assertThat(pushed.changed()).isTrue();
        assertThat(registry.requests(LoggedRequest::isWrite).stream().map(LoggedRequest::line))
                .containsExactly("PUT /v2/api/manifests/1.0");
        assertThat(StoredImages.manifest(registry.contents(), "api", "1.0")).contains(current.root());
    }

    @Test
    void writesTheManifestsOfAnIndexBeforeTheIndex() throws Exception {
        ImageContent amd = image("amd", layer("base"), layer("amd"));
        ImageContent arm = image("arm", layer("base"), layer("arm"));
        ImageContent both = index(amd, arm);

        push(both, target("api"));

        assertThat(registry.requests(r -> r.isWrite() && r.isManifest()).stream()
                        .map(LoggedRequest::line))
                .containsExactly(
                        "PUT /v2/api/manifests/" + amd.root().descriptor().digest(),
                        "PUT /v2/api/manifests/" + arm.root().descriptor().digest(),
                        "PUT /v2/api/manifests/1.0");
    }

    @Test
    void storesAnImageWithoutTagsUnderItsDigest() throws Exception {
        ImageContent image = image("api", layer("a"));

        PushedImage pushed = push(pusher, image, target("api"));

        assertThat(pushed.references()).isEmpty();
        assertThat(StoredImages.manifest(
                        registry.contents(), "api", pushed.digest().toString()))
                .contains(image.root());
    }

    @Test
    void isNotHeldBackByARegistryThatHangs() throws Exception {
        try (RegistryFixture slow = RegistryFixture.start()) {
            Hold everything = slow.hold(request -> true);
            ForkJoinPool narrow = new ForkJoinPool(1);
            try {
                List<ForkJoinTask<PushedImage>> hanging = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    PushTarget target = target(slow, "hanging-" + i);
                    hanging.add(narrow.submit(() -> push(image("hanging", layer("shared")), target)));
                }
                // The others wait for the first request to such a registry.
                everything.awaitArrivals(1);

                PushedImage pushed = narrow.submit(() -> push(image("api", layer("shared")), target("api")))
                        .get();

                assertThat(pushed.blobs().uploaded()).isEqualTo(2);
                assertThat(hanging).noneMatch(ForkJoinTask::isDone);
                everything.release();
                for (ForkJoinTask<PushedImage> push : hanging) {
                    push.get();
                }
            } finally {
                narrow.shutdownNow();
            }
        }
    }

    @Test
    void neverStoresBytesThatAreNotThoseOfTheDigest() {
        Blob damaged = new Damaged(layer("the right bytes").descriptor());

        assertThatThrownBy(() -> push(image("api", damaged), target("api")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(RegistryException.class)
                .hasMessageContaining("are not those of " + damaged.descriptor().digest());
        assertThat(registry.contents().blob("api", damaged.descriptor().digest()))
                .isEmpty();
        assertThat(registry.requests(r -> r.isWrite() && r.isManifest())).isEmpty();
    }

    @Test
    void startsNoFurtherBlobOnceItIsCancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        Blob first = cancelling(layer("a"), cancellation);

        assertThatThrownBy(() -> pusher.upload(image("api", first, layer("b")), target("api"), List.of(), cancellation))
                .isInstanceOf(InterruptedException.class);

        assertThat(registry.requests(LoggedRequest::isBlobUpload))
                .allSatisfy(request -> assertThat(
                                registry.contents().blob("api", Digest.parse(request.digestParameter())))
                        .isEmpty());
        assertThat(registry.requests(r -> r.method().equals("POST"))).hasSize(1);
    }

    /** Returns a blob that cancels the run when its bytes are first read. */
    private static Blob cancelling(Blob blob, Cancellation cancellation) {
        return new Blob() {
            @Override
            public Descriptor descriptor() {
                return blob.descriptor();
            }

            @Override
            public InputStream open() throws IOException {
                cancellation.cancel();
                return blob.open();
            }
        };
    }

    @Test
    void movesNoTagOnceItIsCancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        UploadedImage uploaded = pusher.upload(image("api", layer("a")), target("api"), List.of(), cancellation);
        cancellation.cancel();

        assertThatThrownBy(() -> pusher.tag(uploaded, List.of(TAG), cancellation))
                .isInstanceOf(CancellationException.class);

        assertThat(registry.contents().manifest("api", "1.0")).isEmpty();
    }

    private void inPool(Callable<PushedImage> push) throws Exception {
        pool.submit(push).get(30, TimeUnit.SECONDS);
    }

    /** A blob whose source has other bytes than its descriptor states, in the same number. */
    private record Damaged(Descriptor descriptor) implements Blob {
        @Override
        public InputStream open() {
            byte[] bytes = "x".repeat((int) descriptor.size()).getBytes(StandardCharsets.UTF_8);
            return new VerifyingInputStream(new ByteArrayInputStream(bytes), descriptor, "its source");
        }
    }
}
