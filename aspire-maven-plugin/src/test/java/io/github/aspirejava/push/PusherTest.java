package io.github.aspirejava.push;

import static io.github.aspirejava.oci.fixture.TestImages.image;
import static io.github.aspirejava.oci.fixture.TestImages.index;
import static io.github.aspirejava.oci.fixture.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.Registries;
import io.github.aspirejava.oci.RegistryException;
import io.github.aspirejava.oci.fixture.Hold;
import io.github.aspirejava.oci.fixture.LoggedRequest;
import io.github.aspirejava.oci.fixture.RegistryFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PusherTest {
    private static final Tag TAG = new Tag("1.0");

    private final RegistryFixture registry = RegistryFixture.start();
    private final Registries registries = new Registries();
    private final Pusher pusher = new Pusher();
    private final ForkJoinPool pool = new ForkJoinPool(4);

    @AfterEach
    void stop() {
        registry.close();
        pool.shutdownNow();
    }

    @Test
    void pushesAllBlobsAndThenTheManifest() throws Exception {
        ImageContent image = image("api", layer("base"), layer("app"));

        PushedImage pushed = push(image, target("shop/api"));

        assertThat(pushed.references()).containsExactly(registry.host() + "/shop/api:1.0");
        assertThat(pushed.digest()).isEqualTo(image.root().descriptor().digest());
        assertThat(pushed.mediaType()).isEqualTo(MediaTypes.OCI_MANIFEST);
        assertThat(pushed.blobs()).isEqualTo(new BlobCounts(3, 0, 0));
        assertThat(pushed.size()).isEqualTo(image.size());
        assertThat(pushed.bytesUploaded())
                .isEqualTo(image.size() - image.root().descriptor().size());
        assertThat(registry.contents().manifest("shop/api", "1.0")).contains(image.root());
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

        UploadedImage uploaded = pusher.upload(image, target("api"), Cancellation.NEVER);
        assertThat(registry.requests(r -> r.isWrite() && r.isManifest())).isEmpty();

        pusher.tag(uploaded, List.of(TAG), Cancellation.NEVER);
        assertThat(registry.contents().manifest("api", "1.0")).contains(image.root());
    }

    @Test
    void asksOnceForAnImageThatIsThereAndOnceForEachTag() throws Exception {
        ImageContent image = image("api", layer("a"), layer("b"));
        List<Tag> tags = List.of(TAG, new Tag("latest"));
        pusher.tag(pusher.upload(image, target("api"), Cancellation.NEVER), tags, Cancellation.NEVER);
        registry.forgetRequests();

        Pusher later = new Pusher();
        UploadedImage uploaded = later.upload(image, target("api"), Cancellation.NEVER);
        PushedImage pushed = later.tag(uploaded, tags, Cancellation.NEVER);

        assertThat(registry.requests().stream().map(LoggedRequest::line))
                .containsExactly(
                        "HEAD /v2/api/manifests/" + image.root().descriptor().digest(),
                        "HEAD /v2/api/manifests/1.0",
                        "HEAD /v2/api/manifests/latest");
        assertThat(pushed.blobs()).isEqualTo(new BlobCounts(0, 0, 3));
        assertThat(pushed.bytesUploaded()).isZero();
    }

    @Test
    void movesOnlyTheTagThatPointsElsewhere() throws Exception {
        ImageContent old = image("old", layer("a"));
        ImageContent current = image("current", layer("a"));
        push(old, target("api"));
        pusher.tag(
                pusher.upload(current, target("api"), Cancellation.NEVER), List.of(new Tag("2.0")), Cancellation.NEVER);
        registry.forgetRequests();

        pusher.tag(
                pusher.upload(current, target("api"), Cancellation.NEVER),
                List.of(TAG, new Tag("2.0")),
                Cancellation.NEVER);

        assertThat(registry.requests(LoggedRequest::isWrite).stream().map(LoggedRequest::line))
                .containsExactly("PUT /v2/api/manifests/1.0");
        assertThat(registry.contents().manifest("api", "1.0")).contains(current.root());
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

        PushedImage pushed =
                pusher.tag(pusher.upload(image, target("api"), Cancellation.NEVER), List.of(), Cancellation.NEVER);

        assertThat(pushed.references()).isEmpty();
        assertThat(registry.contents().manifest("api", pushed.digest().toString()))
                .contains(image.root());
    }

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
                everything.awaitArrivals(4);

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
        // The mount's own upload and the configuration's; none beside it.
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
        registry.fail(1, 500, r -> r.isBlobUpload() && r.digestParameter().equals(digest));

        assertThatThrownBy(() -> push(image("one", shared), target("one")))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("answered 500");
        PushedImage pushed = push(image("two", shared), target("two"));

        assertThat(pushed.blobs().uploaded()).isEqualTo(2);
    }

    @Test
    void letsAWaitingImageUploadWhatTheFirstOneFailedTo() throws Exception {
        Blob shared = layer("shared");
        String digest = shared.descriptor().digest().toString();
        Hold uploads =
                registry.hold(r -> r.isBlobUpload() && r.digestParameter().equals(digest));
        registry.fail(1, 500, r -> r.isBlobUpload() && r.digestParameter().equals(digest));

        List<ForkJoinTask<PushedImage>> pushes = List.of(
                pool.submit(() -> push(image("one", shared), target("one"))),
                pool.submit(() -> push(image("two", shared), target("two"))));
        uploads.awaitArrivals(1);
        uploads.release();

        assertThat(pushes.stream().filter(PusherTest::succeeds)).hasSize(1);
        assertThat(registry.requests(
                        r -> r.isBlobUpload() && r.digestParameter().equals(digest)))
                .hasSize(2);
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
    void startsNoFurtherBlobOnceItIsCalledOff() throws Exception {
        AtomicInteger checks = new AtomicInteger();
        Cancellation secondCheck = () -> {
            if (checks.incrementAndGet() > 2) {
                throw new InterruptedException("called off");
            }
        };

        assertThatThrownBy(() -> pusher.upload(image("api", layer("a"), layer("b")), target("api"), secondCheck))
                .isInstanceOf(InterruptedException.class);

        assertThat(registry.requests(LoggedRequest::isBlobUpload))
                .allSatisfy(request -> assertThat(
                                registry.contents().blob("api", Digest.parse(request.digestParameter())))
                        .isEmpty());
        assertThat(registry.requests(r -> r.method().equals("POST"))).hasSize(1);
    }

    @Test
    void movesNoTagOnceItIsCalledOff() throws Exception {
        UploadedImage uploaded = pusher.upload(image("api", layer("a")), target("api"), Cancellation.NEVER);

        assertThatThrownBy(() -> pusher.tag(uploaded, List.of(TAG), () -> {
                    throw new InterruptedException("called off");
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(registry.contents().manifest("api", "1.0")).isEmpty();
    }

    private PushedImage push(ImageContent image, PushTarget target) throws IOException, InterruptedException {
        return push(image, target, TAG);
    }

    private PushedImage push(ImageContent image, PushTarget target, Tag tag) throws IOException, InterruptedException {
        return pusher.tag(pusher.upload(image, target, Cancellation.NEVER), List.of(tag), Cancellation.NEVER);
    }

    private PushTarget target(String repository) {
        return target(registry, repository);
    }

    private PushTarget target(RegistryFixture where, String repository) {
        return new PushTarget.InRegistry(registries.client(where.host()).repository(new Repository(repository)));
    }

    private void inPool(Callable<PushedImage> push) throws Exception {
        pool.submit(push).get(30, TimeUnit.SECONDS);
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

    /** A blob with as many other bytes as its descriptor says. */
    private record Damaged(Descriptor descriptor) implements Blob {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream("x".repeat((int) descriptor.size()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
