/** Logs in to registries in Azure by Microsoft Entra, without a program or an engine. */
@NullMarked
package io.github.aspirejava.azure.login;

import org.jspecify.annotations.NullMarked;
