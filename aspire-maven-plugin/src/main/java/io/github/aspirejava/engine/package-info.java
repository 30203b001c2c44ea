/** What needs a container engine, Docker's or Podman's; entered only by a model that needs one. */
@NullMarked
package io.github.aspirejava.engine;

import org.jspecify.annotations.NullMarked;
