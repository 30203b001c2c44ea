/** A goal for tests, in the package of the classes that it exposes: within Maven, both are in one class loader. */
@NullMarked
package io.github.aspirejava.maven.modules;

import org.jspecify.annotations.NullMarked;
