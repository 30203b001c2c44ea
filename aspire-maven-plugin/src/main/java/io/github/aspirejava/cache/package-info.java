/** What is kept from run to run because it is dear to make again: compressed layers, and digests. */
@NullMarked
package io.github.aspirejava.cache;

import org.jspecify.annotations.NullMarked;
