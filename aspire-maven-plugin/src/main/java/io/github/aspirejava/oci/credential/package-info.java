/** Where the credentials of a registry come from. */
@NullMarked
package io.github.aspirejava.oci.credential;

import org.jspecify.annotations.NullMarked;
