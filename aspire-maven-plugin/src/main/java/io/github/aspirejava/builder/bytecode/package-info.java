/**
 * Facts read from the class files of an application: the Java release that they need, main methods, the servlet API in
 * use.
 */
@NullMarked
package io.github.aspirejava.builder.bytecode;

import org.jspecify.annotations.NullMarked;
