/** Text that comes from elsewhere, made fit for logs, reports and messages. */
@NullMarked
package io.github.aspirejava.text;

import org.jspecify.annotations.NullMarked;
