/**
 * The resources of Azure that a model stands for: their names, identifiers and bodies, for those that provision them
 * and for those that publish templates.
 */
@NullMarked
package io.github.aspirejava.azure.resource;

import org.jspecify.annotations.NullMarked;
