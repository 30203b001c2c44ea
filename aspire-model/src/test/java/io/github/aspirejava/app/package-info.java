/** Tests of the declarations of a user. */
@NullMarked
package io.github.aspirejava.app;

import org.jspecify.annotations.NullMarked;
