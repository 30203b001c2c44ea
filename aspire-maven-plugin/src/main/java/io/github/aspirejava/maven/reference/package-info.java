/**
 * The description of the plugin's configuration that the XML schema and the tables of the model reference are generated
 * from. It runs in the build of the plugin and is not part of its jar.
 */
@NullMarked
package io.github.aspirejava.maven.reference;

import org.jspecify.annotations.NullMarked;
