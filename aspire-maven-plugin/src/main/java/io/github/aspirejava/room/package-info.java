/**
 * The door to parts of the plugin that only some models need: their libraries are resolved and loaded when a step needs
 * them.
 */
@NullMarked
package io.github.aspirejava.room;

import org.jspecify.annotations.NullMarked;
