/** The user's settings for registries and parameters, on the command line and in settings.xml. */
@NullMarked
package io.github.aspirejava.maven.settings;

import org.jspecify.annotations.NullMarked;
