/** Base images, and images assembled of a base and layers upon it: manifests, configurations, indexes. */
@NullMarked
package io.github.aspirejava.builder.image;

import org.jspecify.annotations.NullMarked;
