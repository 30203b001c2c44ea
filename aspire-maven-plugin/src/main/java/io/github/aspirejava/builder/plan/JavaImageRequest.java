package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.layer.FileTimes;
import io.github.aspirejava.builder.library.LayerLimits;
import io.github.aspirejava.builder.library.LibraryPlan;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.image.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The image to build; made by {@link #of} and refined by the {@code with} methods.
 *
 * @param libraries in which layers the module's dependencies are
 * @param run the way the application is run
 * @param platforms what the image is for, one manifest for each; none means {@link Platform#LINUX_AMD64}
 * @param created what the image's configuration gives as its time of creation; part of the image's digest
 * @param outputTimestamp the time that the application's own files are dated before; see {@link FileTimes}
 * @param alwaysOci whether the image is of OCI's format even if its base is of Docker's
 */
public record JavaImageRequest(
        JavaModule module,
        LibraryPlan libraries,
        BaseImage base,
        JavaRun run,
        List<Platform> platforms,
        Instant created,
        Optional<Instant> outputTimestamp,
        boolean alwaysOci) {
    /** Copies the lists, and leaves out platforms that are named twice. */
    public JavaImageRequest {
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
                JavaRun.DEFAULT,
                List.of(),
                Instant.EPOCH,
                Optional.empty(),
                false);
    }

    /** This request with {@code libraries} as the place of the module's dependencies. */
    public JavaImageRequest withLibraries(LibraryPlan libraries) {
        return new JavaImageRequest(module, libraries, base, run, platforms, created, outputTimestamp, alwaysOci);
    }

    /** This request for an application that is run in this way. */
    public JavaImageRequest withRun(JavaRun run) {
        return new JavaImageRequest(module, libraries, base, run, platforms, created, outputTimestamp, alwaysOci);
    }

    /** This request with {@code mainClass} as the class to run. */
    public JavaImageRequest withMainClass(String mainClass) {
        return withRun(run.withMainClass(mainClass));
    }

    /** This request with {@code jvmFlags} as arguments of the {@code java} command. */
    public JavaImageRequest withJvmFlags(List<String> jvmFlags) {
        return withRun(run.withJvmFlags(jvmFlags));
    }

    /** This request for {@code platforms}. */
    public JavaImageRequest withPlatforms(List<Platform> platforms) {
        return new JavaImageRequest(module, libraries, base, run, platforms, created, outputTimestamp, alwaysOci);
    }

    /** This request with {@code created} as the image's time of creation. */
    public JavaImageRequest withCreated(Instant created) {
        return new JavaImageRequest(module, libraries, base, run, platforms, created, outputTimestamp, alwaysOci);
    }

    /** This request with {@code timestamp} as the output timestamp of the application's project. */
    public JavaImageRequest withOutputTimestamp(Optional<Instant> timestamp) {
        return new JavaImageRequest(module, libraries, base, run, platforms, created, timestamp, alwaysOci);
    }

    /** This request for an image of OCI's format, for those who read no other. */
    public JavaImageRequest withOciFormat() {
        return new JavaImageRequest(module, libraries, base, run, platforms, created, outputTimestamp, true);
    }
}
