package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.image.BaseReader;
import io.github.aspirejava.builder.image.ImageAssembler;
import io.github.aspirejava.builder.image.ImageFormat;
import io.github.aspirejava.builder.image.ImageRun;
import io.github.aspirejava.builder.image.LayerCount;
import io.github.aspirejava.builder.layer.FileTimes;
import io.github.aspirejava.builder.layer.LayerBuilder;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.plan.ApplicationPlan;
import io.github.aspirejava.builder.plan.ApplicationPlanner;
import io.github.aspirejava.builder.plan.JavaImageRequest;
import io.github.aspirejava.builder.plan.JavaRun;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.concurrent.Interruptible;
import io.github.aspirejava.concurrent.Subtasks;
import io.github.aspirejava.oci.ImageContent;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Builds container images from Java modules without a daemon. Equal inputs give an equal digest, independently of the
 * times, owners, directory order and location of the files.
 *
 * <p>The entry point is {@code java [flags] -jar} with a jar that lists the class path in its manifest, the executable
 * file itself or, for a war, that of the base image. The working directory is that of the base image, which may have
 * one that its user can write to; all paths here are absolute.
 *
 * <p>An image has Docker's format if all parts of its base that were read do; otherwise, and for an image from scratch,
 * it has OCI's. Layers of the base keep their bytes and, unless the base mixes formats, their media types.
 *
 * <p>If called from a worker of a fork/join pool, the layers are prepared in parallel on that pool.
 */
public final class JavaImageBuilder {
    private final LayerCache cache;

    /**
     * Creates a builder that takes layers from, and puts them into, {@code cache}; its images are read from there, too.
     */
    public JavaImageBuilder(LayerCache cache) {
        this.cache = cache;
    }

    /**
     * Builds the image that {@code request} describes. Its blobs can be read until the cache is closed.
     *
     * @param cancellation checked before each layer and while it is written
     * @throws ImageBuildException if the module is not packaged, its main class is not clear, the base image cannot be
     *     read or is not for a wanted platform, or the cache cannot be written to
     * @throws java.util.concurrent.CancellationException if the run has been cancelled
     * @throws InterruptedException if the thread is interrupted while it reads the base image or waits for a layer
     */
    public ImageContent build(JavaImageRequest request, Cancellation cancellation)
            throws ImageBuildException, InterruptedException {
        return build(request, 0, cancellation);
    }

    /** Builds the same for an image that {@code above} layers will be put upon. */
    ImageContent build(JavaImageRequest request, int above, Cancellation cancellation)
            throws ImageBuildException, InterruptedException {
        JavaModule module = request.module();
        try {
            return Interruptible.call(() -> assemble(request, above, cancellation));
        } catch (IOException e) {
            throw new ImageBuildException(
                    "The files of the module %s cannot be read: %s. Package the module again"
                            .formatted(module.name(), ImageBuildException.reason(e)),
                    e);
        }
    }

    private ImageContent assemble(JavaImageRequest request, int above, Cancellation cancellation)
            throws ImageBuildException, IOException, InterruptedException {
        JavaModule module = request.module();
        List<Base> bases = new BaseReader(module.name()).read(request.base(), request.platforms());
        BaseJava.check(module, bases, request.base());
        // Each entry opens the archive again, which is cheap while it is open.
        Closeable archive = module.output().open();
        try {
            ApplicationPlan plan = ApplicationPlanner.of(request).plan(bases);
            LayerBuilder layers = new LayerBuilder(cache, cancellation);
            List<PlannedLayer> planned = new ArrayList<>(plan.libraries());
            for (PlannedLayer own : plan.own()) {
                planned.add(layers.timed(own, new FileTimes(request.outputTimestamp())));
            }
            List<ImageAssembler.ApplicationLayer> written = Subtasks.map(
                    LayerCount.within(planned, bases, above, module.name()),
                    layer -> new ImageAssembler.ApplicationLayer(layer.name(), layers.build(layer)));
            return new ImageAssembler(platform -> written, run(request, plan), request.created())
                    .assemble(bases, format(request, bases));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } finally {
            archive.close();
        }
    }

    private static ImageFormat format(JavaImageRequest request, List<Base> bases) {
        boolean docker = !request.alwaysOci() && bases.stream().allMatch(base -> base.format() == ImageFormat.DOCKER);
        return docker ? ImageFormat.DOCKER : ImageFormat.OCI;
    }

    private static ImageRun run(JavaImageRequest request, ApplicationPlan plan) {
        JavaRun run = request.run();
        Map<String, String> environment = new LinkedHashMap<>(plan.environment());
        environment.putAll(run.environment());
        return new ImageRun(
                plan.command().map(command -> command.words(run.jvmFlags())),
                run.arguments(),
                environment,
                run.ports(),
                Optional.empty());
    }
}
