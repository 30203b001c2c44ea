package io.github.aspirejava.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.MediaTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownImagesTest {
    private static final Digest ID = Digest.parse("sha256:" + "1".repeat(64));
    private static final RegistryHost HOST = RegistryHost.parse("registry.example:5000");
    private static final RegistryHost OTHER = RegistryHost.parse("registry.example:5001");

    @TempDir
    Path directory;

    @Test
    void withLayersInARegistryAreKnownForPushesToThatRegistryOnly() {
        KnownImages known = new KnownImages(directory);
        EngineImage image = image(Optional.of(new BlobOrigin(HOST, new Repository("library/java"))));
        known.remember(ID, image);

        assertThat(known.find(ID, Optional.of(HOST)).map(EngineImage::layers)).contains(image.layers());
        assertThat(known.find(ID, Optional.of(OTHER))).isEmpty();
        assertThat(known.find(ID, Optional.empty())).isEmpty();
    }

    @Test
    void withLayersOfTheEngineAreKnownForAllPushes() {
        KnownImages known = new KnownImages(directory);
        EngineImage image = image(Optional.empty());
        known.remember(ID, image);

        assertThat(known.find(ID, Optional.of(OTHER)).map(EngineImage::layers)).contains(image.layers());
        assertThat(known.find(ID, Optional.empty()).map(EngineImage::layers)).contains(image.layers());
    }

    private static EngineImage image(Optional<BlobOrigin> origin) {
        Descriptor descriptor = new Descriptor(MediaTypes.OCI_LAYER_GZIP, Digest.parse("sha256:" + "2".repeat(64)), 7);
        EngineLayer layer = new EngineLayer(descriptor, Digest.parse("sha256:" + "3".repeat(64)), origin);
        return new EngineImage("{}".getBytes(StandardCharsets.UTF_8), List.of(layer), Optional.empty());
    }
}
