package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.image.BaseImageException;
import io.github.aspirejava.builder.image.BaseReader;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.HostileTexts;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.TestImages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Hostile base images: an image is built on each, or it is refused in one line. */
class HostileBaseImageTest {
    private static final ImageContent IMAGE = TestImages.image("base", TestImages.layer("layer"));
    private static final String CONFIG =
            "{\"architecture\":\"amd64\",\"os\":\"linux\",\"variant\":\"v1\",\"config\":{\"Env\":[\"A=b\"]},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]},\"history\":[{\"created_by\":\"x\"}]}"
                    .formatted(Digest.of(new byte[0]));
    private static final String INDEX =
            "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":7,\"platform\":{\"architecture\":\"amd64\",\"os\":\"linux\",\"variant\":\"v1\"}}]}"
                    .formatted(
                            MediaTypes.OCI_MANIFEST, IMAGE.root().descriptor().digest());

    @Property(tries = 1_000)
    void whateverItsIndexIs(@ForAll("index") byte[] index) throws Exception {
        read(new Source(index, IMAGE.root().content(), bytes(CONFIG)));
    }

    @Property(tries = 1_000)
    void whateverItsManifestIs(@ForAll("manifest") byte[] manifest) throws Exception {
        read(new Source(bytes(INDEX), manifest, bytes(CONFIG)));
    }

    @Property(tries = 1_000)
    void whateverItsConfigurationIs(@ForAll("config") byte[] config) throws Exception {
        read(new Source(bytes(INDEX), IMAGE.root().content(), config));
    }

    @Provide
    Arbitrary<byte[]> index() {
        return HostileTexts.documents(INDEX);
    }

    @Provide
    Arbitrary<byte[]> manifest() {
        return HostileTexts.documents(new String(IMAGE.root().content(), StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<byte[]> config() {
        return HostileTexts.documents(CONFIG);
    }

    private static void read(ImageSource source) throws InterruptedException {
        try {
            List<Base> bases = new BaseReader("service 'api'")
                    .read(new BaseImage.Existing(source, "1.0", "base:1.0"), List.of(Platform.LINUX_AMD64));
            assertThat(bases).hasSize(1);
        } catch (BaseImageException e) {
            assertThat(e).message().contains("base:1.0").doesNotContain("\n", "\r");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An image that consists of these documents, with any digests. */
    private static final class Source implements ImageSource {
        private final byte[] index;
        private final byte[] manifest;
        private final byte[] config;

        Source(byte[] index, byte[] manifest, byte[] config) {
            this.index = index;
            this.manifest = manifest;
            this.config = config;
        }

        @Override
        public ManifestContent manifest(String selector) throws IOException {
            return selector.equals("1.0")
                    ? new ManifestContent(MediaTypes.OCI_INDEX, index)
                    : new ManifestContent(MediaTypes.OCI_MANIFEST, manifest);
        }

        @Override
        public InputStream openBlob(Descriptor descriptor) {
            return new ByteArrayInputStream(config);
        }

        @Override
        public Optional<BlobOrigin> origin() {
            return Optional.empty();
        }
    }
}
