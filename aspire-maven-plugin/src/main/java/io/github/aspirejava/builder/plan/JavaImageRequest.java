package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.image.ImageForm;
import io.github.aspirejava.builder.image.ImageFormat;
import io.github.aspirejava.builder.layer.FileTimes;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.library.LayerLimits;
import io.github.aspirejava.builder.library.LibraryPlan;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.image.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The image to build; created by {@link #of} and refined by the {@code with} methods.
 *
 * @param libraries the layers of the module's dependencies
 * @param run the run configuration of the application
 * @param platforms the platforms of the image, one manifest for each; an empty list means {@link Platform#LINUX_AMD64}
 * @param outputTimestamp the time that the application's own files are dated before; see {@link FileTimes}
 * @param form the format, creation time and annotations
 * @param files layers of files besides those of the application
 */
public record JavaImageRequest(
        JavaModule module,
        LibraryPlan libraries,
        BaseImage base,
        JavaRun run,
        List<Platform> platforms,
        Optional<Instant> outputTimestamp,
        ImageForm form,
        List<PlannedLayer> files) {
    /** Copies the lists, and removes duplicate platforms. */
    public JavaImageRequest {
        files = List.copyOf(files);
        platforms = platforms.isEmpty()
                ? List.of(Platform.LINUX_AMD64)
                : platforms.stream().distinct().toList();
    }

    /** Returns the request for an image of {@code module} on {@code base} with everything else at its default. */
    public static JavaImageRequest of(JavaModule module, BaseImage base) {
        return new JavaImageRequest(
                module,
                LibraryPlan.alone(module, LayerLimits.DEFAULT),
                base,
                JavaRun.DEFAULT,
                List.of(),
                Optional.empty(),
                ImageForm.DEFAULT,
                List.of());
    }

    /** Returns this request with {@code libraries} as the layers of the module's dependencies. */
    public JavaImageRequest withLibraries(LibraryPlan libraries) {
        return new JavaImageRequest(module, libraries, base, run, platforms, outputTimestamp, form, files);
    }

    /** Returns this request with {@code run} as the run configuration. */
    public JavaImageRequest withRun(JavaRun run) {
        return new JavaImageRequest(module, libraries, base, run, platforms, outputTimestamp, form, files);
    }

    /** Returns this request with {@code mainClass} as the class to run. */
    public JavaImageRequest withMainClass(String mainClass) {
        return withRun(run.withMainClass(mainClass));
    }

    /** Returns this request with {@code jvmFlags} as arguments of the {@code java} command. */
    public JavaImageRequest withJvmFlags(List<String> jvmFlags) {
        return withRun(run.withJvmFlags(jvmFlags));
    }

    /** Returns this request with more layers, between the libraries and the application's own files. */
    public JavaImageRequest withFiles(List<PlannedLayer> files) {
        return new JavaImageRequest(module, libraries, base, run, platforms, outputTimestamp, form, files);
    }

    /** Returns this request for {@code platforms}. */
    public JavaImageRequest withPlatforms(List<Platform> platforms) {
        return new JavaImageRequest(module, libraries, base, run, platforms, outputTimestamp, form, files);
    }

    /** Returns this request with {@code created} as the image's creation time. */
    public JavaImageRequest withCreated(Instant created) {
        return withForm(new ImageForm(form.format(), created, form.annotations()));
    }

    /** Returns this request with another format, creation time and annotations. */
    public JavaImageRequest withForm(ImageForm form) {
        return new JavaImageRequest(module, libraries, base, run, platforms, outputTimestamp, form, files);
    }

    /** Returns this request with {@code timestamp} as the output timestamp of the application's project. */
    public JavaImageRequest withOutputTimestamp(Optional<Instant> timestamp) {
        return new JavaImageRequest(module, libraries, base, run, platforms, timestamp, form, files);
    }

    /** Returns this request for an image of OCI's format, for readers that support no other. */
    public JavaImageRequest withOciFormat() {
        return withForm(new ImageForm(Optional.of(ImageFormat.OCI), form.created(), form.annotations()));
    }
}
