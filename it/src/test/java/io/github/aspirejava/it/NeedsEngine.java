package io.github.aspirejava.it;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that runs containers: see {@link DockerEngine}. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@NeedsCommand(
        probe = {"docker", "version"},
        remedy = "Start a Docker engine and set DOCKER_HOST, or run it/test as root.")
@interface NeedsEngine {}
