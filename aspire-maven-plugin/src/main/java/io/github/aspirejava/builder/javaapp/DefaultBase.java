package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.ModuleOutput;
import java.io.IOException;
import java.util.List;

/**
 * Chooses the base image of an application that names none: Temurin's runtime of the Java release that the packaged
 * classes need, Tomcat's for a war, and a small one with the GNU C library for an executable file.
 */
public final class DefaultBase {
    /** The releases that <a href="https://hub.docker.com/_/eclipse-temurin">Temurin</a> keeps publishing. */
    private static final List<Integer> LONG_TERM = List.of(8, 11, 17, 21, 25);

    /** The base image in Quarkus' own Dockerfiles for native executables. */
    private static final String NATIVE = "quay.io/quarkus/ubi9-quarkus-micro-image:2.0";

    private DefaultBase() {}

    /** Returns the base image of an application. */
    static String of(JavaModule module) throws ImageBuildException, IOException {
        if (module.output() instanceof ModuleOutput.NativeExecutable) {
            return NATIVE;
        }
        int release = NeededJava.of(module).release();
        return module.output() instanceof ModuleOutput.WebArchive war
                ? Tomcat.of(module.servletApi(), war.file()).image(release)
                : temurin(release);
    }

    /** Returns the runtime image of Temurin for this release, or for the next one that is published. */
    static String temurin(int release) {
        return "eclipse-temurin:%d-jre".formatted(published(release));
    }

    /** Returns the next release with long-term publication; a release after all of these is returned unchanged. */
    public static int published(int release) {
        return LONG_TERM.stream().filter(known -> known >= release).findFirst().orElse(release);
    }
}
