package io.github.aspirejava.it;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that reads images with skopeo. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@NeedsCommand(
        probe = {"skopeo", "--version"},
        remedy = "Install Debian's package skopeo, or run it/test as root.")
@interface NeedsSkopeo {}
