package io.github.aspirejava.it;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that mounts a {@link SmallDisk}. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
// The probe's mount is gone with its namespace.
@NeedsCommand(
        probe = {"unshare", "--mount", "mount", "-t", "tmpfs", "none", "/tmp"},
        remedy = "Run this as root, where it may mount.")
@interface NeedsMount {}
