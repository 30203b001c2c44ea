/** Resources as templates that other tools deploy: Bicep, and the JSON of Azure Resource Manager. */
@NullMarked
package io.github.aspirejava.azure.template;

import org.jspecify.annotations.NullMarked;
