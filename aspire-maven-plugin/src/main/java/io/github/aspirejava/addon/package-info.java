/**
 * Add-ons: parts of the plugin that only some models need. Their libraries are resolved and loaded when a step needs
 * them.
 */
@NullMarked
package io.github.aspirejava.addon;

import org.jspecify.annotations.NullMarked;
