/** Reads the model from the plugin's configuration in the POM, with the line of every element. */
@NullMarked
package io.github.aspirejava.maven.pom;

import org.jspecify.annotations.NullMarked;
