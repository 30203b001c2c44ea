/** Front ends: how their dependencies are installed, and how the Node of this machine builds them. */
@NullMarked
package io.github.aspirejava.build.vite;

import org.jspecify.annotations.NullMarked;
