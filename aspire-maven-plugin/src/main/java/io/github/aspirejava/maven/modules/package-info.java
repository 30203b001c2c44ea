/** The modules of a build as Maven knows them: what each runs with, and where its files are. */
@NullMarked
package io.github.aspirejava.maven.modules;

import org.jspecify.annotations.NullMarked;
