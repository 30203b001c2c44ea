/** Graphs and runs as text, under test. */
@NullMarked
package io.github.aspirejava.view;

import org.jspecify.annotations.NullMarked;
