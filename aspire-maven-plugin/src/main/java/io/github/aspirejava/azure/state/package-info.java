/** What is remembered from run to run. Azure is the truth: to forget all of it costs time, and nothing else. */
@NullMarked
package io.github.aspirejava.azure.state;

import org.jspecify.annotations.NullMarked;
