/**
 * The bytes of files in layers: copied, extracted from archives, or jars rewritten so that equal content has equal
 * bytes.
 */
@NullMarked
package io.github.aspirejava.builder.content;

import org.jspecify.annotations.NullMarked;
