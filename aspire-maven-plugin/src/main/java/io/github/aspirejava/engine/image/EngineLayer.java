package io.github.aspirejava.engine.image;

import io.github.aspirejava.cache.Compression;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Descriptor;
import java.nio.charset.StandardCharsets;

/**
 * A layer of an image in an engine.
 *
 * @param descriptor what is pushed
 * @param identity the digest of what the engine exports: of a tar as a rule, which is compressed on its way
 */
record EngineLayer(Descriptor descriptor, Digest identity) {
    /** What the cache calls the layer that is made of an exported tar. */
    static Digest key(Digest identity, Compression compression) {
        return Digest.of(
                "engine-layer-1 %s %s".formatted(compression.id(), identity).getBytes(StandardCharsets.UTF_8));
    }

    /** How it is made of what the engine exports. */
    Compression compression() {
        return descriptor.digest().equals(identity) ? Compression.NONE : Compression.BLOCKS;
    }
}
