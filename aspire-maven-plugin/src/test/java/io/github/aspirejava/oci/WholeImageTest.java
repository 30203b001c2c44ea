package io.github.aspirejava.oci;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeImageTest {
    @TempDir
    Path directory;

    private LayoutDirectory layout;

    @BeforeEach
    void openLayout() {
        layout = new LayoutDirectory(directory);
    }

    @Test
    void readsAnImageForOnePlatformAsItIs() throws IOException {
        ImageContent image = TestImages.image("one", TestImages.layer("a"), TestImages.layer("b"));
        store(image);

        ImageContent read = WholeImage.read(layout, "image");

        assertThat(read.root()).isEqualTo(image.root());
        assertThat(read.children()).isEmpty();
        assertThat(read.blobs()).extracting(Blob::descriptor).isEqualTo(descriptors(image));
        assertThat(read.platforms()).containsExactly(Platform.LINUX_AMD64);
    }

    @Test
    void readsAllManifestsBelowAnIndexBeforeIt() throws IOException {
        ImageContent one = TestImages.image("one", TestImages.layer("a"));
        ImageContent other = TestImages.image("other", TestImages.layer("a"), TestImages.layer("b"));
        ImageContent inner = TestImages.index(other);
        ImageContent index = TestImages.index(one, inner);
        store(one);
        store(other);
        store(inner);
        store(index);

        ImageContent read = WholeImage.read(layout, "image");

        assertThat(read.root()).isEqualTo(index.root());
        assertThat(read.children())
                .as("registries want to have first what others refer to")
                .containsExactly(one.root(), other.root(), inner.root());
        assertThat(read.blobs())
                .extracting(blob -> blob.descriptor().digest())
                .as("each once")
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void readsEachManifestOnceHoweverOftenItIsNamed() throws IOException {
        ImageContent one = TestImages.image("one", TestImages.layer("a"));
        store(one);
        ManifestContent child = one.root();
        for (int depth = 0; depth < 4; depth++) {
            String entry = descriptor(
                    child.descriptor().digest().toString(), child.descriptor().mediaType(), "");
            String index = "{\"schemaVersion\":2,\"manifests\":[%s]}".formatted(String.join(",", nCopies(100, entry)));
            child = new ManifestContent(MediaTypes.OCI_INDEX, index.getBytes(StandardCharsets.UTF_8));
            store(new ImageContent(child, List.of(), List.of(), List.of()));
        }
        AtomicInteger reads = new AtomicInteger();

        ImageContent read = WholeImage.read(counted(reads), "image");

        assertThat(reads).hasValue(5);
        assertThat(read.children()).hasSize(4);
    }

    private ImageSource counted(AtomicInteger reads) {
        return new ImageSource() {
            @Override
            public ManifestContent manifest(String selector) throws IOException {
                reads.incrementAndGet();
                return layout.manifest(selector);
            }

            @Override
            public InputStream openBlob(Descriptor descriptor) throws IOException {
                return layout.openBlob(descriptor);
            }

            @Override
            public Optional<BlobOrigin> origin() {
                return Optional.empty();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"layers\":[]}",
                "{\"schemaVersion\":2,\"manifests\":[],\"layers\":[]}",
                "{\"schemaVersion\":2,\"manifests\":[],\"config\":{}}"
            })
    void refusesWhatIsAnImageToOneReaderAndAnIndexToAnother(String content) throws IOException {
        ManifestContent manifest =
                new ManifestContent(MediaTypes.OCI_MANIFEST, content.getBytes(StandardCharsets.UTF_8));
        store(new ImageContent(manifest, List.of(), List.of(), List.of()));

        assertThatThrownBy(() -> WholeImage.read(layout, "image"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is ambiguous: it ");
    }

    @Test
    void namesThePlatformsOfAnIndexAndNotThatOfAttestations() throws IOException {
        ImageContent one = TestImages.image("one", TestImages.layer("a"));
        ImageContent attestation = TestImages.image("attestation", TestImages.layer("in-toto"));
        String index = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s,%s]}"
                .formatted(
                        MediaTypes.OCI_INDEX,
                        entry(one, "\"os\":\"linux\",\"architecture\":\"arm64\",\"variant\":\"v8\""),
                        entry(attestation, "\"os\":\"unknown\",\"architecture\":\"unknown\""));
        store(one);
        store(attestation);
        ManifestContent root = new ManifestContent(MediaTypes.OCI_INDEX, index.getBytes(StandardCharsets.UTF_8));
        store(new ImageContent(root, List.of(), List.of(), List.of()));

        ImageContent read = WholeImage.read(layout, "image");

        assertThat(read.platforms()).containsExactly(Platform.parse("linux/arm64/v8"));
        assertThat(read.children()).containsExactly(one.root(), attestation.root());
    }

    @Test
    void leavesALayerWhereItsOwnerHandsItOut() throws IOException {
        Blob config = Blob.ofBytes(MediaTypes.DOCKER_CONFIG, "{}".getBytes(StandardCharsets.UTF_8));
        Blob layer = TestImages.layer("foreign");
        String json = "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s]}"
                .formatted(
                        descriptor(config.descriptor().digest().toString(), MediaTypes.DOCKER_CONFIG, ""),
                        descriptor(
                                layer.descriptor().digest().toString(),
                                MediaTypes.DOCKER_FOREIGN_GZIP,
                                ",\"urls\":[\"https://owner.example/layer\"]"));
        ManifestContent manifest =
                new ManifestContent(MediaTypes.DOCKER_MANIFEST, json.getBytes(StandardCharsets.UTF_8));
        store(new ImageContent(manifest, List.of(), List.of(config), List.of()));

        ImageContent read = WholeImage.read(layout, "image");

        assertThat(read.root()).isEqualTo(manifest);
        assertThat(read.blobs())
                .extracting(blob -> blob.descriptor().digest())
                .containsExactly(config.descriptor().digest());
        assertThat(layout.has(manifest.descriptor()))
                .as("nothing of it is missing")
                .isTrue();
    }

    private static String descriptor(String digest, String mediaType, String more) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":2%s}".formatted(mediaType, digest, more);
    }

    @Test
    void refusesWhatIsNoImage() throws IOException {
        ManifestContent chart =
                new ManifestContent("application/x.other", "{\"schemaVersion\":2}".getBytes(StandardCharsets.UTF_8));
        store(new ImageContent(chart, List.of(), List.of(), List.of()));

        assertThatThrownBy(() -> WholeImage.read(layout, "image"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("of the media type 'application/x.other', which is no image");
    }

    private void store(ImageContent image) throws IOException {
        for (Blob blob : image.blobs()) {
            layout.write(blob);
        }
        layout.write(image.root());
        layout.tag(image.root().descriptor(), List.of("image"));
    }

    private static List<Descriptor> descriptors(ImageContent image) {
        return image.blobs().stream().map(Blob::descriptor).toList();
    }

    private static String entry(ImageContent image, String platform) {
        Descriptor descriptor = image.root().descriptor();
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d,\"platform\":{%s}}"
                .formatted(descriptor.mediaType(), descriptor.digest(), descriptor.size(), platform);
    }
}
