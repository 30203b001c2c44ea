package io.github.aspirejava.oci;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;

/** A repository that is known to hold a blob: within the same registry a cross-repository mount replaces the upload. */
public record BlobOrigin(RegistryHost host, Repository repository) {}
