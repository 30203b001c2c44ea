/**
 * The API of a container engine, Docker's or Podman's: <a href="https://docs.docker.com/reference/api/engine/">Docker
 * Engine API</a>.
 */
@NullMarked
package io.github.aspirejava.engine.api;

import org.jspecify.annotations.NullMarked;
