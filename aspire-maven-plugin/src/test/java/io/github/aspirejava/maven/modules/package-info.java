@NullMarked
package io.github.aspirejava.maven.modules;

import org.jspecify.annotations.NullMarked;
