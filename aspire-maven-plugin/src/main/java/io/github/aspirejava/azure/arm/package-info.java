/** Azure Resource Manager: a resource is looked at, compared, and written only if it is not as it should be. */
@NullMarked
package io.github.aspirejava.azure.arm;

import org.jspecify.annotations.NullMarked;
