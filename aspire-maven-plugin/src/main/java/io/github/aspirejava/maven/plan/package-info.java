/** Plans a session: reads the model, selects the services, and computes the steps. Nothing is run or written. */
@NullMarked
package io.github.aspirejava.maven.plan;

import org.jspecify.annotations.NullMarked;
