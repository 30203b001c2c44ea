/** What a user declares, under test. */
@NullMarked
package io.github.aspirejava.app;

import org.jspecify.annotations.NullMarked;
