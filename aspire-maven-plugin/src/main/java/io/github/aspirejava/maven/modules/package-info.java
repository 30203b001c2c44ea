/** The modules of a build in Maven: their class paths and their files. */
@NullMarked
package io.github.aspirejava.maven.modules;

import org.jspecify.annotations.NullMarked;
