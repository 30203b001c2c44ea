package io.github.aspirejava.oci;

import io.github.aspirejava.image.Platform;
import java.util.List;

/**
 * The complete content of one image, ready to be written to any target.
 *
 * @param root the target of a tag: the manifest, or the index of an image for several platforms
 * @param children the manifests that an index refers to; empty for an image of one platform
 * @param blobs all layers and configurations, each digest once, in the order of the manifests
 * @param platforms the platforms that the image runs on
 */
public record ImageContent(
        ManifestContent root, List<ManifestContent> children, List<Blob> blobs, List<Platform> platforms) {
    /** Copies the lists. */
    public ImageContent {
        children = List.copyOf(children);
        blobs = List.copyOf(blobs);
        platforms = List.copyOf(platforms);
    }

    /** Returns the sum of the lengths of all blobs and manifests, in bytes. */
    public long size() {
        return root.descriptor().size()
                + children.stream().mapToLong(m -> m.descriptor().size()).sum()
                + blobs.stream().mapToLong(b -> b.descriptor().size()).sum();
    }
}
