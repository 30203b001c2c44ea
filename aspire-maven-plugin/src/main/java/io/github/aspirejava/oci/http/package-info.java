/** HTTP exchanges with a registry and the servers that it redirects to, and the common handling of all exchanges. */
@NullMarked
package io.github.aspirejava.oci.http;

import org.jspecify.annotations.NullMarked;
