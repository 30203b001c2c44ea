/** What environments consist of, a class for each resource, and the steps that provision it. */
@NullMarked
package io.github.aspirejava.azure.environment;

import org.jspecify.annotations.NullMarked;
