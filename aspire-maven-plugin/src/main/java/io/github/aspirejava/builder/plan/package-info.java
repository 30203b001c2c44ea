/**
 * Plans, for each kind of packaging, the layers and paths of an application's files, and the command that starts the
 * application.
 */
@NullMarked
package io.github.aspirejava.builder.plan;

import org.jspecify.annotations.NullMarked;
