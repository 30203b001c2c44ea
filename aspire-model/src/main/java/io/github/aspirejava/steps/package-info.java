/** What is to be done, as data: steps, what each waits for, and the planner that derives them from a model. */
@NullMarked
package io.github.aspirejava.steps;

import org.jspecify.annotations.NullMarked;
