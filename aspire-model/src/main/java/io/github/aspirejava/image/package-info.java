/** The grammar of image names as value types: the references of the OCI distribution and image specifications. */
@NullMarked
package io.github.aspirejava.image;

import org.jspecify.annotations.NullMarked;
