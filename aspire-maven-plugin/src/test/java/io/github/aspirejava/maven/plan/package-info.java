@NullMarked
package io.github.aspirejava.maven.plan;

import org.jspecify.annotations.NullMarked;
