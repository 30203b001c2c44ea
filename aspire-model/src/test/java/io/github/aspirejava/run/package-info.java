/** Running graphs, under test. */
@NullMarked
package io.github.aspirejava.run;

import org.jspecify.annotations.NullMarked;
