/** Brings the libraries of parts of the plugin that only some models need, when the first step needs them. */
@NullMarked
package io.github.aspirejava.maven.rooms;

import org.jspecify.annotations.NullMarked;
