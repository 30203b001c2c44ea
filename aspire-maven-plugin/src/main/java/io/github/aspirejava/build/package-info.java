/** Container images from Java modules, without a daemon: layers, configuration and manifest, and a cache of layers. */
@NullMarked
package io.github.aspirejava.build;

import org.jspecify.annotations.NullMarked;
