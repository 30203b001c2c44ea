/** The goals. They are thin: each reads what it was asked for, asks the session's pipeline for targets, and reports. */
@NullMarked
package io.github.aspirejava.maven;

import org.jspecify.annotations.NullMarked;
