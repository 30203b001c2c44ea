/** Measures pushes by this plugin, by other tools, and the lower bound of a push's duration. */
@NullMarked
package io.github.aspirejava.bench;

import org.jspecify.annotations.NullMarked;
