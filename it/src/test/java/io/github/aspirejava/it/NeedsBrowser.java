package io.github.aspirejava.it;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that opens a page: see {@link Browser}. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@NeedsCommand(
        probe = {"chromium", "--version"},
        remedy = "Install Chromium; Debian's package is chromium.")
@interface NeedsBrowser {}
