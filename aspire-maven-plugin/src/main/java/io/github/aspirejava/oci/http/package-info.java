/** One HTTP exchange with a registry or whoever it sends us to, and everything that all exchanges have in common. */
@NullMarked
package io.github.aspirejava.oci.http;

import org.jspecify.annotations.NullMarked;
