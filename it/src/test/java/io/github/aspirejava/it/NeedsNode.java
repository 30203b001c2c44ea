package io.github.aspirejava.it;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that runs Node on this machine, directly or by the build of a front end. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@NeedsCommand(
        probe = {"npm", "--version"},
        remedy = "Install Node.js and npm; Debian's packages are nodejs and npm.")
@interface NeedsNode {}
