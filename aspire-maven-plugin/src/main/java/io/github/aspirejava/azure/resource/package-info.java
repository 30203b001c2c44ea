/** The Azure resources of a model: their names, ids and bodies, for provisioning and for published templates. */
@NullMarked
package io.github.aspirejava.azure.resource;

import org.jspecify.annotations.NullMarked;
