/** Credentials for Microsoft Entra. */
@NullMarked
package io.github.aspirejava.azure.entra;

import org.jspecify.annotations.NullMarked;
