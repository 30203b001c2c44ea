/**
 * Renders a graph or a run as text, for human readers and for other tools. Pure functions: nothing here prints or
 * writes.
 */
@NullMarked
package io.github.aspirejava.view;

import org.jspecify.annotations.NullMarked;
