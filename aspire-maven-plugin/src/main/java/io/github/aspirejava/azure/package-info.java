/** Azure: what a model needs of it is provisioned, one resource in a step. */
@NullMarked
package io.github.aspirejava.azure;

import org.jspecify.annotations.NullMarked;
