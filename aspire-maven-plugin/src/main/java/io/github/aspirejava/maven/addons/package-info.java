/** Resolves and loads the libraries of add-ons when the first step needs them. */
@NullMarked
package io.github.aspirejava.maven.addons;

import org.jspecify.annotations.NullMarked;
