/**
 * The parts of images, independent of their location: manifests, blobs and their descriptors, and the sources that they
 * are read from.
 */
@NullMarked
package io.github.aspirejava.oci;

import org.jspecify.annotations.NullMarked;
