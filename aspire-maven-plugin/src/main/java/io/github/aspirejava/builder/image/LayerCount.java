package io.github.aspirejava.builder.image;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.layer.PlannedLayer;
import java.util.ArrayList;
import java.util.List;

/** The maximum number of layers of an image, and the merging of layers for an image upon a deep base. */
public final class LayerCount {
    /** Docker's limit, {@code maxLayerDepth} of its layer store: Docker refuses to load or pull an image with more. */
    static final int MOST = 125;

    private LayerCount() {}

    /**
     * Returns the layers unchanged if the bases leave room for them; else with the upper ones merged. The layers at the
     * bottom are the ones that other images share.
     *
     * @param above the number of layers that will be put upon them
     * @param name the name of the image in messages
     * @throws BaseImageException if a base has room for none
     */
    public static List<PlannedLayer> within(List<PlannedLayer> layers, List<Base> bases, int above, String name)
            throws BaseImageException {
        int depth = depth(bases);
        int room = MOST - depth - above;
        if (layers.size() <= room) {
            return layers;
        }
        if (room < 1) {
            throw new BaseImageException(
                    "The base image of %s has %d layers, and the image at least %d more: engines support at most %d. Write a base image with fewer layers: <baseImage>"
                            .formatted(name, depth, above + 1, MOST));
        }
        List<PlannedLayer> kept = new ArrayList<>(layers.subList(0, room - 1));
        List<PlannedLayer> joined = layers.subList(room - 1, layers.size());
        kept.add(new PlannedLayer(
                String.join(
                        ", ", joined.stream().map(PlannedLayer::name).distinct().toList()),
                joined.stream().flatMap(layer -> layer.files().stream()).toList(),
                joined.stream().flatMap(layer -> layer.directories().stream()).toList()));
        return List.copyOf(kept);
    }

    /**
     * Checks that there is room for that many layers upon the bases.
     *
     * @throws ImageBuildException if there is not
     */
    static void check(List<Base> bases, int more) throws ImageBuildException {
        int depth = depth(bases);
        if (depth + more > MOST) {
            throw new ImageBuildException(
                    "The image would have %d layers, %d of them below its files: engines support at most %d. Use a base image with fewer layers, or merge some of its layers"
                            .formatted(depth + more, depth, MOST));
        }
    }

    private static int depth(List<Base> bases) {
        return bases.stream().mapToInt(base -> base.layers().size()).max().orElse(0);
    }
}
