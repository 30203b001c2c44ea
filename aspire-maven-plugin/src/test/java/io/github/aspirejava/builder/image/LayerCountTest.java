package io.github.aspirejava.builder.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.javaapp.MemoryImageSource;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.MediaTypes;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayerCountTest {
    private static final List<PlannedLayer> PLANNED = IntStream.range(0, 5)
            .mapToObj(number -> new PlannedLayer(
                    number < 3 ? "dependencies" : "layer " + number,
                    List.of(PlannedFile.copyOf(Path.of("x"), "/app/" + number))))
            .toList();

    private static Base base(int layers) {
        Base.Layer layer = new Base.Layer(
                Json.object(),
                new Descriptor(MediaTypes.OCI_LAYER, Digest.of(new byte[0]), 0),
                new MemoryImageSource());
        return new Base(Platform.LINUX_AMD64, ImageFormat.OCI, Json.object(), Collections.nCopies(layers, layer));
    }

    private static List<PlannedLayer> within(int depth, int above) throws BaseImageException {
        return LayerCount.within(PLANNED, List.of(base(3), base(depth)), above, "api");
    }

    @Test
    void leavesLayersAsTheyAreWhereThereIsRoomForThem() throws Exception {
        assertThat(within(120, 0)).isEqualTo(PLANNED);
        assertThat(within(118, 2)).isEqualTo(PLANNED);
    }

    @Test
    void joinsTheUpperOnesWhereThereIsNot() throws Exception {
        List<PlannedLayer> layers = within(122, 0);

        assertThat(layers).hasSize(3).startsWith(PLANNED.get(0), PLANNED.get(1));
        assertThat(layers.get(2).name()).isEqualTo("dependencies, layer 3, layer 4");
        assertThat(layers.get(2).files()).extracting(PlannedFile::target).containsExactly("/app/2", "/app/3", "/app/4");
        assertThat(within(122, 2)).hasSize(1);
    }

    @Test
    void saysWhichBaseHasRoomForNone() {
        assertThatThrownBy(() -> within(124, 1))
                .isInstanceOf(BaseImageException.class)
                .hasMessage(
                        "The base image of api has 124 layers, and the image at least 2 more: engines support at most 125. Write a base image with fewer layers: <baseImage>");
    }
}
