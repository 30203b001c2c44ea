/** The steps as data: their dependencies, and the planner that derives them from a model. */
@NullMarked
package io.github.aspirejava.steps;

import org.jspecify.annotations.NullMarked;
