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
 * @param descriptor what is pushed
 * @param identity the digest of what the engine exports: of a tar as a rule, which is compressed on its way
 * @param origin the repository that the engine has pulled it from, if that is where it is taken from
 */
record EngineLayer(Descriptor descriptor, Digest identity, Optional<BlobOrigin> origin) {
    /** A layer that only the engine is known to have. */
    EngineLayer(Descriptor descriptor, Digest identity) {
        this(descriptor, identity, Optional.empty());
    }

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
