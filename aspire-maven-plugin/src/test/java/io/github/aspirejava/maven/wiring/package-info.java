@NullMarked
package io.github.aspirejava.maven.wiring;

import org.jspecify.annotations.NullMarked;
