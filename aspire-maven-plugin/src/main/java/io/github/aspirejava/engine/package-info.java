/**
 * The engine add-on: everything that needs a container engine, Docker's or Podman's. Loaded only for a model that needs
 * one.
 */
@NullMarked
package io.github.aspirejava.engine;

import org.jspecify.annotations.NullMarked;
