/** What people see of a run while it goes on and when it has ended. */
@NullMarked
package io.github.aspirejava.maven.console;

import org.jspecify.annotations.NullMarked;
