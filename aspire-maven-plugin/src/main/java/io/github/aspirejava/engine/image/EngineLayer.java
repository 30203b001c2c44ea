package io.github.aspirejava.engine.image;

import io.github.aspirejava.cache.Compression;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A layer of an image in an engine.
 *
 * @param descriptor the descriptor that is pushed
 * @param identity the digest of the engine's export: usually of a tar, which is compressed before the push
 * @param origin the repository that the engine has pulled it from, if it is taken from there
 */
record EngineLayer(Descriptor descriptor, Digest identity, Optional<BlobOrigin> origin) {
    /** Creates a layer that exists only in the engine. */
    EngineLayer(Descriptor descriptor, Digest identity) {
        this(descriptor, identity, Optional.empty());
    }

    /** Returns the cache key of the layer that results from an exported tar. */
    static Digest key(Digest identity, Compression compression) {
        return Digest.of(
                "engine-layer-1 %s %s".formatted(compression.id(), identity).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the compression to apply to the engine's export. */
    Compression compression() {
        return descriptor.digest().equals(identity) ? Compression.NONE : Compression.BLOCKS;
    }
}
