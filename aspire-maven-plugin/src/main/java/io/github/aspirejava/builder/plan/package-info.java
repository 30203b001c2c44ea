/**
 * Plans for each kind of packaging which file of an application goes into which layer, and how the application is
 * started.
 */
@NullMarked
package io.github.aspirejava.builder.plan;

import org.jspecify.annotations.NullMarked;
