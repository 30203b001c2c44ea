package io.github.aspirejava.oci;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A source of images: one repository of a registry, or an OCI image layout on disk. */
public interface ImageSource {
    /**
     * Returns the manifest or index that {@code selector} names, its digest verified.
     *
     * @param selector a tag or a digest
     * @throws IOException if it does not exist, or cannot be read; the message names the source and the selector
     */
    ManifestContent manifest(String selector) throws IOException;

    /** Opens a blob; reading to the end fails if the bytes do not match the descriptor's digest. */
    InputStream openBlob(Descriptor descriptor) throws IOException;

    /** Returns the repository that this source reads from, if it is one of a registry. */
    Optional<BlobOrigin> origin();

    /** Returns a repository of a registry that one of the blobs can be mounted from, if there is one. */
    default Optional<BlobOrigin> origin(Descriptor blob) {
        return origin();
    }
}
