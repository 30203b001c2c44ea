/** Which cloud, subscription, resource group and location are meant, and who says so. */
@NullMarked
package io.github.aspirejava.azure.settings;

import org.jspecify.annotations.NullMarked;
