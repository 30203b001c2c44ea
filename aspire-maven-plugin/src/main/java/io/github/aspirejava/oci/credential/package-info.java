/** The sources of a registry's credentials. */
@NullMarked
package io.github.aspirejava.oci.credential;

import org.jspecify.annotations.NullMarked;
