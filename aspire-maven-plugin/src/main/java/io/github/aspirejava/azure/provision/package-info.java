/** The actions that provision resources, a class for each kind. */
@NullMarked
package io.github.aspirejava.azure.provision;

import org.jspecify.annotations.NullMarked;
