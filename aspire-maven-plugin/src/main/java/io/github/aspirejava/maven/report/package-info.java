/** How a session has ended: what is told to people, written for other tools, and noted as a module's failure. */
@NullMarked
package io.github.aspirejava.maven.report;

import org.jspecify.annotations.NullMarked;
