/**
 * The registries that the model declares: their access and credentials, and whether images can be pushed there. The
 * protocol is that of {@link io.github.aspirejava.oci.registry}.
 */
@NullMarked
package io.github.aspirejava.registry;

import org.jspecify.annotations.NullMarked;
