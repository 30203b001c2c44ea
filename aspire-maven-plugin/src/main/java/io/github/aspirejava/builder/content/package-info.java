/**
 * The bytes of files in layers: copied, taken out of archives, or jars written anew so that equal content has equal
 * bytes.
 */
@NullMarked
package io.github.aspirejava.builder.content;

import org.jspecify.annotations.NullMarked;
