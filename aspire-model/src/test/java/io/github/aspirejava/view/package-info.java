/** Tests of graphs and runs as text. */
@NullMarked
package io.github.aspirejava.view;

import org.jspecify.annotations.NullMarked;
