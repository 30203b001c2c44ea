/** The state that is kept between runs. Azure is the source of truth: losing all of it costs time, and nothing else. */
@NullMarked
package io.github.aspirejava.azure.state;

import org.jspecify.annotations.NullMarked;
