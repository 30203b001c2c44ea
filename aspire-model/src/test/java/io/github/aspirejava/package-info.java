/** What several tests share: models built the way a POM declares them. */
@NullMarked
package io.github.aspirejava;

import org.jspecify.annotations.NullMarked;
