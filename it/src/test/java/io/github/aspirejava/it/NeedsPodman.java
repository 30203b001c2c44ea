package io.github.aspirejava.it;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that builds with Podman: see {@link PodmanService}. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@NeedsCommand(
        probe = {"podman", "--runtime", PodmanService.RUNTIME, "info"},
        remedy = "Install Debian's packages podman and runc, or run it/test as root.")
@interface NeedsPodman {}
