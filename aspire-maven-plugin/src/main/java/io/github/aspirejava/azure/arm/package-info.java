/** Azure Resource Manager: a resource is read, compared, and written only if it differs from its desired state. */
@NullMarked
package io.github.aspirejava.azure.arm;

import org.jspecify.annotations.NullMarked;
