package io.github.aspirejava.build;

import io.github.aspirejava.image.Platform;
import io.github.aspirejava.layers.LayerLimits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What image to build; made by {@link #of} and refined by the {@code with} methods.
 *
 * @param libraries in which layers the module's dependencies are
 * @param mainClass the class to run; without it, it is looked for among the module's classes
 * @param jvmFlags arguments of the {@code java} command before the class path
 * @param platforms what the image is for, one manifest for each; none means {@link Platform#LINUX_AMD64}
 * @param created what the image's configuration gives as its time of creation; part of the image's digest
 * @param fileTime the modification time of every file of the application's layers; part of the layers' digests, so a
 *     value that changes with every build makes every layer new
 * @param alwaysOci whether the image is of OCI's format even if its base is of Docker's
 */
public record JavaImageRequest(
        JavaModule module,
        LibraryPlan libraries,
        BaseImage base,
        Optional<String> mainClass,
        List<String> jvmFlags,
        List<Platform> platforms,
        Instant created,
        Instant fileTime,
        boolean alwaysOci) {
    /** One second after the epoch, as jib has it: some tools take a time of zero for none. */
    static final Instant DEFAULT_FILE_TIME = Instant.ofEpochSecond(1);

    /** Copies the lists, and leaves out platforms that are named twice. */
    public JavaImageRequest {
        jvmFlags = List.copyOf(jvmFlags);
        platforms = platforms.isEmpty()
                ? List.of(Platform.LINUX_AMD64)
                : platforms.stream().distinct().toList();
    }

    /** The image of {@code module} on {@code base} with everything else at its default. */
    public static JavaImageRequest of(JavaModule module, BaseImage base) {
        return new JavaImageRequest(
                module,
                LibraryPlan.alone(module, LayerLimits.DEFAULT),
                base,
                Optional.empty(),
                List.of(),
                List.of(),
                Instant.EPOCH,
                DEFAULT_FILE_TIME,
                false);
    }

    /** This request with {@code libraries} as the place of the module's dependencies. */
    public JavaImageRequest withLibraries(LibraryPlan libraries) {
        return new JavaImageRequest(
                module, libraries, base, mainClass, jvmFlags, platforms, created, fileTime, alwaysOci);
    }

    /** This request with {@code mainClass} as the class to run. */
    public JavaImageRequest withMainClass(String mainClass) {
        return new JavaImageRequest(
                module, libraries, base, Optional.of(mainClass), jvmFlags, platforms, created, fileTime, alwaysOci);
    }

    /** This request with {@code jvmFlags} as arguments of the {@code java} command. */
    public JavaImageRequest withJvmFlags(List<String> jvmFlags) {
        return new JavaImageRequest(
                module, libraries, base, mainClass, jvmFlags, platforms, created, fileTime, alwaysOci);
    }

    /** This request for {@code platforms}. */
    public JavaImageRequest withPlatforms(List<Platform> platforms) {
        return new JavaImageRequest(
                module, libraries, base, mainClass, jvmFlags, platforms, created, fileTime, alwaysOci);
    }

    /** This request with {@code created} as the image's time of creation. */
    public JavaImageRequest withCreated(Instant created) {
        return new JavaImageRequest(
                module, libraries, base, mainClass, jvmFlags, platforms, created, fileTime, alwaysOci);
    }

    /** This request with {@code fileTime} as the modification time of all files. */
    public JavaImageRequest withFileTime(Instant fileTime) {
        return new JavaImageRequest(
                module, libraries, base, mainClass, jvmFlags, platforms, created, fileTime, alwaysOci);
    }

    /** This request for an image of OCI's format, for those who read no other. */
    public JavaImageRequest withOciFormat() {
        return new JavaImageRequest(module, libraries, base, mainClass, jvmFlags, platforms, created, fileTime, true);
    }
}
