/** Tests of the steps derived from models. */
@NullMarked
package io.github.aspirejava.steps;

import org.jspecify.annotations.NullMarked;
