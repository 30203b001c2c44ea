/** The steps derived from models, under test. */
@NullMarked
package io.github.aspirejava.steps;

import org.jspecify.annotations.NullMarked;
