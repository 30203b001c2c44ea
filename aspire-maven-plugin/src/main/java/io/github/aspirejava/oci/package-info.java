/**
 * The OCI distribution client and the OCI image layout: manifests and blobs, and where they can be read from or written
 * to.
 */
@NullMarked
package io.github.aspirejava.oci;

import org.jspecify.annotations.NullMarked;
