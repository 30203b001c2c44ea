package io.github.aspirejava.push;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.fakes.registry.Hold;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.registry.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Blobs that several images share with each other, or with their base image. */
class SharedBlobsTest extends PushTestCase {
    @Test
    void uploadsEachSharedLayerOnceAndMountsItInTheOtherRepositories() throws Exception {
        Blob[] shared =
                IntStream.range(0, 6).mapToObj(i -> layer("shared " + i)).toArray(Blob[]::new);
        List<ImageContent> images = IntStream.range(0, 8)
                .mapToObj(i -> image("service " + i, shared))
                .toList();

        List<ForkJoinTask<PushedImage>> pushes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ImageContent image = images.get(i);
            PushTarget target = target("service-" + i);
            pushes.add(pool.submit(() -> push(image, target)));
        }
        List<PushedImage> pushed = new ArrayList<>();
        for (ForkJoinTask<PushedImage> push : pushes) {
            pushed.add(push.get());
        }

        List<String> uploaded = registry.requests(LoggedRequest::isBlobUpload).stream()
                .map(LoggedRequest::digestParameter)
                .toList();
        assertThat(uploaded).hasSize(6 + 8).doesNotHaveDuplicates();
        assertThat(registry.requests(LoggedRequest::isMount)).hasSize(6 * 7);
        assertThat(pushed.stream().mapToInt(p -> p.blobs().mounted()).sum()).isEqualTo(6 * 7);
        assertThat(pushed.stream().mapToInt(p -> p.blobs().uploaded()).sum()).isEqualTo(6 + 8);
    }

    @Test
    void letsTwoImagesInTheSameRepositoryShareOneUpload() throws Exception {
        Blob shared = layer("shared");
        String digest = shared.descriptor().digest().toString();
        Hold uploads = registry.hold(LoggedRequest::isBlobUpload);

        ForkJoinTask<PushedImage> first = pool.submit(() -> push(image("one", shared), target("api")));
        ForkJoinTask<PushedImage> second = pool.submit(() -> push(image("two", shared), target("api"), new Tag("2.0")));
        // Both configurations and one of the two shared layers: the other image waits for it without a request.
        uploads.awaitArrivals(3);
        uploads.release();
        first.get();
        second.get();

        assertThat(registry.requests(
                        r -> r.isBlobUpload() && r.digestParameter().equals(digest)))
                .hasSize(1);
        assertThat(registry.requests(LoggedRequest::isMount)).isEmpty();
    }

    @Test
    void mountsWhatAnotherImageHasThatWasThereBefore() throws Exception {
        Blob shared = layer("shared");
        ImageContent unchanged = image("old", shared);
        push(unchanged, target("old"));
        Pusher later = new Pusher();

        push(later, unchanged, target("old"), TAG);
        PushedImage added = push(later, image("new", shared), target("new"), TAG);

        assertThat(added.blobs()).isEqualTo(new BlobCounts(1, 1, 0));
        assertThat(registry.requests(LoggedRequest::isMount)).hasSize(1);
    }

    @Test
    void mountsABlobFromItsOriginInTheSameRegistry() throws Exception {
        Blob base = layer("base");
        registry.contents()
                .putBlob("library/base", base.descriptor().digest(), base.open().readAllBytes());
        Blob unread = new Unreadable(base.descriptor(), origin(registry, "library/base"));

        PushedImage pushed = push(image("api", unread), target("api"));

        assertThat(pushed.blobs()).isEqualTo(new BlobCounts(1, 1, 0));
    }

    @Test
    void doesNotAskForAMountFromAnotherRegistry() throws Exception {
        try (RegistryFixture other = RegistryFixture.start()) {
            Blob base = new Elsewhere(layer("base"), origin(other, "library/base"));

            push(image("api", base), target("api"));

            assertThat(registry.requests(LoggedRequest::isMount)).isEmpty();
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void usesTheUploadThatTheRegistryOpensInsteadOfAMount() throws Exception {
        registry.refuseMounts();
        Blob base = new Elsewhere(layer("base"), origin(registry, "library/base"));

        PushedImage pushed = push(image("api", base), target("api"));

        assertThat(pushed.blobs()).isEqualTo(new BlobCounts(2, 0, 0));
        assertThat(registry.requests(LoggedRequest::isMount)).hasSize(1);
        // The mount's own upload and the configuration's; no other.
        assertThat(registry.requests(r -> r.method().equals("POST"))).hasSize(2);
    }

    @Test
    void uploadsWhatMayNotBeReadWhereItCouldBeMountedFrom() throws Exception {
        registry.fail(1, 403, LoggedRequest::isMount);
        Blob base = new Elsewhere(layer("base"), origin(registry, "secret/base"));

        PushedImage pushed = push(image("api", base), target("api"));

        assertThat(pushed.blobs()).isEqualTo(new BlobCounts(2, 0, 0));
    }

    @Test
    void forgetsAFailedUploadSoThatAnotherImageTriesAgain() throws Exception {
        Blob shared = layer("shared");
        String digest = shared.descriptor().digest().toString();
        registry.fail(1, 400, r -> r.isBlobUpload() && r.digestParameter().equals(digest));

        assertThatThrownBy(() -> push(image("one", shared), target("one")))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("answered 400");
        PushedImage pushed = push(image("two", shared), target("two"));

        assertThat(pushed.blobs().uploaded()).isEqualTo(2);
    }

    @Test
    void letsAWaitingImageUploadWhatTheFirstOneFailedTo() throws Exception {
        Blob shared = layer("shared");
        String digest = shared.descriptor().digest().toString();
        Hold uploads =
                registry.hold(r -> r.isBlobUpload() && r.digestParameter().equals(digest));
        registry.fail(1, 400, r -> r.isBlobUpload() && r.digestParameter().equals(digest));

        List<ForkJoinTask<PushedImage>> pushes = List.of(
                pool.submit(() -> push(image("one", shared), target("one"))),
                pool.submit(() -> push(image("two", shared), target("two"))));
        uploads.awaitArrivals(1);
        uploads.release();

        assertThat(pushes.stream().filter(SharedBlobsTest::succeeds)).hasSize(1);
        assertThat(registry.requests(
                        r -> r.isBlobUpload() && r.digestParameter().equals(digest)))
                .hasSize(2);
    }

    private static boolean succeeds(ForkJoinTask<PushedImage> push) {
        push.quietlyJoin();
        return push.isCompletedNormally();
    }

    private static Optional<BlobOrigin> origin(RegistryFixture where, String repository) {
        return Optional.of(new BlobOrigin(where.host(), new Repository(repository)));
    }

    /** A blob that has an origin and can be read. */
    private record Elsewhere(Blob blob, Optional<BlobOrigin> origin) implements Blob {
        @Override
        public Descriptor descriptor() {
            return blob.descriptor();
        }

        @Override
        public InputStream open() throws IOException {
            return blob.open();
        }
    }

    /** A blob that must not be read. */
    private record Unreadable(Descriptor descriptor, Optional<BlobOrigin> origin) implements Blob {
        @Override
        public InputStream open() {
            throw new AssertionError("The blob was downloaded");
        }
    }
}
