/** Results that steps of one room leave to steps of others, so that the rooms need not know each other. */
@NullMarked
package io.github.aspirejava.result;

import org.jspecify.annotations.NullMarked;
