/** The OCI image layout: an image store in a directory. */
@NullMarked
package io.github.aspirejava.oci.layout;

import org.jspecify.annotations.NullMarked;
