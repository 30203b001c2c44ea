@NullMarked
package io.github.aspirejava.maven;

import org.jspecify.annotations.NullMarked;
