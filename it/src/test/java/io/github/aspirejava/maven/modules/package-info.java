/** A goal for tests, in the package of what it shows: within Maven, both are in one class loader. */
@NullMarked
package io.github.aspirejava.maven.modules;

import org.jspecify.annotations.NullMarked;
