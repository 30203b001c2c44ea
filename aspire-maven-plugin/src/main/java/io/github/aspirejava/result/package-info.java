/** Results that steps of one package pass to steps of others, so that the packages do not depend on each other. */
@NullMarked
package io.github.aspirejava.result;

import org.jspecify.annotations.NullMarked;
