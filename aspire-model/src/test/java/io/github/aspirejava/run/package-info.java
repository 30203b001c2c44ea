/** Tests of running graphs. */
@NullMarked
package io.github.aspirejava.run;

import org.jspecify.annotations.NullMarked;
