/** Measures pushes of this plugin, of other tools, and of the least that a push can take. */
@NullMarked
package io.github.aspirejava.bench;

import org.jspecify.annotations.NullMarked;
