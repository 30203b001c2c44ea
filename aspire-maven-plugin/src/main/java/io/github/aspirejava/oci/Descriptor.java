package io.github.aspirejava.oci;

import io.github.aspirejava.image.Digest;

/**
 * What is said of a blob or manifest where another one refers to it, by the <a
 * href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md">OCI image specification</a>.
 *
 * @param mediaType what the content is, such as {@link MediaTypes#OCI_MANIFEST}
 * @param digest the content's address
 * @param size the content's length in bytes
 */
public record Descriptor(String mediaType, Digest digest, long size) {}
