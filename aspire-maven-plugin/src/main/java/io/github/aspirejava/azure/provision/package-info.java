/** The resources that are provisioned, a class for each kind. */
@NullMarked
package io.github.aspirejava.azure.provision;

import org.jspecify.annotations.NullMarked;
