/** The grammar of image names as value types: what the OCI distribution and image specifications call a reference. */
@NullMarked
package io.github.aspirejava.image;

import org.jspecify.annotations.NullMarked;
