/** What a user declares: parameters, registries, environments and services, complete and validated. */
@NullMarked
package io.github.aspirejava.app;

import org.jspecify.annotations.NullMarked;
