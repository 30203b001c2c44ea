/** The projection of services to their deployments: data that each kind of environment translates. */
@NullMarked
package io.github.aspirejava.deploy;

import org.jspecify.annotations.NullMarked;
