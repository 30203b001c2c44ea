/**
 * Lets pushes overlap with the rest of the build: goals hand their steps over and return, and the end of the build
 * waits for them. Works if the plugin is declared with {@code <extensions>true</extensions>}.
 */
@NullMarked
package io.github.aspirejava.maven.overlap;

import org.jspecify.annotations.NullMarked;
