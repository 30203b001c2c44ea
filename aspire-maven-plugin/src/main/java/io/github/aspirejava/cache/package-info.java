/** The cache of data that is expensive to compute, kept from run to run: compressed layers, and digests. */
@NullMarked
package io.github.aspirejava.cache;

import org.jspecify.annotations.NullMarked;
