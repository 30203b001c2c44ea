package io.github.aspirejava.oci;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;

/**
 * A repository that is known to hold a blob: within the same registry the blob can be mounted from there instead of
 * being uploaded.
 */
public record BlobOrigin(RegistryHost host, Repository repository) {}
