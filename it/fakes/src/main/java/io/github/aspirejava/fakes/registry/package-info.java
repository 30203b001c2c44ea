/**
 * An OCI registry inside the test's own process, and a proxy in front of a real one: real HTTP, a log of every request,
 * and switches for faults.
 */
@NullMarked
package io.github.aspirejava.fakes.registry;

import org.jspecify.annotations.NullMarked;
