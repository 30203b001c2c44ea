package io.github.aspirejava.oci;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where images can be read from: one repository of a registry, or an OCI image layout on disk. */
public interface ImageSource {
    /**
     * The manifest or index that {@code selector} names, its digest checked.
     *
     * @param selector a tag or a digest
     * @throws IOException if there is none, or it cannot be read; the message names the source and the selector
     */
    ManifestContent manifest(String selector) throws IOException;

    /** Opens a blob; reading to the end fails if the bytes are not those of the descriptor's digest. */
    InputStream openBlob(Descriptor descriptor) throws IOException;

    /** The repository of a registry that this source is, if it is one. */
    Optional<BlobOrigin> origin();

    /** A repository of a registry that one of the blobs can be mounted from, if there is one. */
    default Optional<BlobOrigin> origin(Descriptor blob) {
        return origin();
    }
}
