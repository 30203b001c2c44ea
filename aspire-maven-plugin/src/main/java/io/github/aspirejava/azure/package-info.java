/** Azure: provisions the resources that a model needs, one in each step. */
@NullMarked
package io.github.aspirejava.azure;

import org.jspecify.annotations.NullMarked;
