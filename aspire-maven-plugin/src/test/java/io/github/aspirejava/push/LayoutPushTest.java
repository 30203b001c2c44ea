package io.github.aspirejava.push;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.index;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LayoutPushTest {
    private static final Tag TAG = new Tag("1.0");

    @TempDir
    Path directory;

    private final Pusher pusher = new Pusher();

    @Test
    void writesAnImageUnderItsNameAndTags() throws Exception {
        ImageContent image = index(image("amd", layer("base"), layer("amd")), image("arm", layer("arm")));

        PushedImage pushed = push(image, "api", List.of(TAG, new Tag("latest")));

        LayoutDirectory layout = new LayoutDirectory(directory);
        assertThat(pushed.references())
                .containsExactly("oci:%s:api:1.0".formatted(directory), "oci:%s:api:latest".formatted(directory));
        assertThat(pushed.blobs()).isEqualTo(new BlobCounts(5, 0, 0));
        assertThat(layout.manifest("api:1.0")).isEqualTo(image.root());
        assertThat(layout.manifest("api:latest")).isEqualTo(image.root());
        for (Blob blob : image.blobs()) {
            assertThat(layout.has(blob.descriptor())).isTrue();
        }
        assertThat(layout.manifest(image.children().get(1).descriptor().digest().toString()))
                .isEqualTo(image.children().get(1));
    }

    @Test
    void showsNothingBeforeItIsTagged() throws Exception {
        pusher.upload(image("api", layer("a")), target("api"), List.of(), new Cancellation());

        assertThat(directory.resolve("index.json")).doesNotExist();
    }

    @Test
    void leavesTheIndexAloneWhenTheImageIsThere() throws Exception {
        ImageContent image = image("api", layer("a"));
        push(image, "api", List.of(TAG));
        Path index = directory.resolve("index.json");
        String marked = Files.readString(index) + "\n";
        Files.writeString(index, marked);

        PushedImage again = push(image, "api", List.of(TAG));

        assertThat(again.blobs()).isEqualTo(new BlobCounts(0, 0, 2));
        assertThat(index).hasContent(marked);
    }

    @Test
    void writesWhatIsMissingOfAnImageThatSeemsToBeThere() throws Exception {
        ImageContent image = image("api", layer("a"), layer("b"));
        push(image, "api", List.of(TAG));
        Path blob = directory
                .resolve("blobs/sha256")
                .resolve(image.blobs().get(0).descriptor().digest().hex());
        Files.writeString(blob, "");

        PushedImage again = push(image, "api", List.of(TAG));

        assertThat(again.blobs()).isEqualTo(new BlobCounts(1, 0, 2));
        assertThat(blob).hasContent("a");
    }

    @Test
    void writesASharedLayerOnceForAllImages() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(4);
        try {
            List<ForkJoinTask<PushedImage>> pushes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "service-" + i;
                pushes.add(pool.submit(() -> push(image(name, layer("shared")), name, List.of(TAG))));
            }
            int uploaded = 0;
            for (ForkJoinTask<PushedImage> push : pushes) {
                uploaded += push.get().blobs().uploaded();
            }
            assertThat(uploaded).isEqualTo(1 + 8);
        } finally {
            pool.shutdownNow();
        }
    }

    private PushedImage push(ImageContent image, String name, List<Tag> tags) throws Exception {
        return pusher.tag(pusher.upload(image, target(name), List.of(), new Cancellation()), tags, new Cancellation());
    }

    private PushTarget target(String name) {
        return new PushTarget.InLayout(new LayoutDirectory(directory), name);
    }
}
