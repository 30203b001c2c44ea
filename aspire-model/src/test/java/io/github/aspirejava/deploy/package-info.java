@NullMarked
package io.github.aspirejava.deploy;

import org.jspecify.annotations.NullMarked;
