/** What images consist of, wherever they lie: manifests, blobs and their descriptors, and where they are read from. */
@NullMarked
package io.github.aspirejava.oci;

import org.jspecify.annotations.NullMarked;
