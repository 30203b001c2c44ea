/** Writes what is provisioned as templates, which other tools deploy. It needs no network and no login. */
@NullMarked
package io.github.aspirejava.azure.publish;

import org.jspecify.annotations.NullMarked;
