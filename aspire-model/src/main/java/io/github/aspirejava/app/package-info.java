/**
 * The application model: parameters, registries, environments and services as the user declares them, complete and
 * validated.
 */
@NullMarked
package io.github.aspirejava.app;

import org.jspecify.annotations.NullMarked;
