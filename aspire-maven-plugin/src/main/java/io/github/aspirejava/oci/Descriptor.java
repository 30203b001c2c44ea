package io.github.aspirejava.oci;

import io.github.aspirejava.image.Digest;

/**
 * A reference to a blob or manifest, by the <a
 * href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md">OCI image specification</a>.
 *
 * @param mediaType the type of the content, such as {@link MediaTypes#OCI_MANIFEST}
 * @param digest the content's address
 * @param size the content's length in bytes
 */
public record Descriptor(String mediaType, Digest digest, long size) {}
