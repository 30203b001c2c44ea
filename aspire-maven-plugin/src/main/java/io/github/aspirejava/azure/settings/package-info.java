/** The settings that select cloud, subscription, resource group and location, and their sources. */
@NullMarked
package io.github.aspirejava.azure.settings;

import org.jspecify.annotations.NullMarked;
