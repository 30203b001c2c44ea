/** The goals. They are thin: each reads its parameters, requests targets from the session's pipeline, and reports. */
@NullMarked
package io.github.aspirejava.maven;

import org.jspecify.annotations.NullMarked;
