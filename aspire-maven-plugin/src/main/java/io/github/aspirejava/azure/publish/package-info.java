/** Writes the provisioned resources as templates that other tools deploy, without network access or a login. */
@NullMarked
package io.github.aspirejava.azure.publish;

import org.jspecify.annotations.NullMarked;
