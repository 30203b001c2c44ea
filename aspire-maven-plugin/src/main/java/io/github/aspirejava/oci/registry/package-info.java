/**
 * The client of one registry over HTTP, by the OCI distribution specification: transport, authentication, manifests and
 * blobs.
 */
@NullMarked
package io.github.aspirejava.oci.registry;

import org.jspecify.annotations.NullMarked;
