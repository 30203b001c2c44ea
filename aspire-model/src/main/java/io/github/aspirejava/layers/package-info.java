/**
 * Plans in which layers the libraries of an application's services are: a library that several services run with is
 * stored and pushed once. Knows names and sizes only, no files.
 */
@NullMarked
package io.github.aspirejava.layers;

import org.jspecify.annotations.NullMarked;
