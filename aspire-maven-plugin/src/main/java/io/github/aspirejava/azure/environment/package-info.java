/** The resources of environments, a class for each, and the steps that provision them. */
@NullMarked
package io.github.aspirejava.azure.environment;

import org.jspecify.annotations.NullMarked;
