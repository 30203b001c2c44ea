/** Runs services as a project of Docker Compose by the engine's API, and writes the project's Compose file. */
@NullMarked
package io.github.aspirejava.engine.compose;

import org.jspecify.annotations.NullMarked;
