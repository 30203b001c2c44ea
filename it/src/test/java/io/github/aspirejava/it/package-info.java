/** Tests the plugin with real counterparts: a real Maven, a real registry, a real container engine. */
@NullMarked
package io.github.aspirejava.it;

import org.jspecify.annotations.NullMarked;
