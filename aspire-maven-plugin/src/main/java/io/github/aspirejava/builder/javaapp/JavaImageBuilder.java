package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.app.ContainerSettings.Entrypoint;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.image.BaseReader;
import io.github.aspirejava.builder.image.ContainerOptions;
import io.github.aspirejava.builder.image.DeclaredRun;
import io.github.aspirejava.builder.image.ImageAssembler;
import io.github.aspirejava.builder.image.ImageRun;
import io.github.aspirejava.builder.image.LayerCount;
import io.github.aspirejava.builder.layer.FileTimes;
import io.github.aspirejava.builder.layer.LayerBuilder;
import io.github.aspirejava.builder.layer.PlannedDirectory;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.ModuleOutput;
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
 * file itself or, for a war, that of the base image, unless another one is requested. All paths in it are absolute.
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
            ApplicationPlan plan = plan(request, bases);
            RunAs runAs = runAs(request, bases);
            LayerBuilder layers = new LayerBuilder(cache, cancellation);
            List<PlannedLayer> planned = new ArrayList<>(plan.libraries());
            for (PlannedLayer files : request.files()) {
                planned.add(layers.timed(files, new FileTimes(request.outputTimestamp())));
            }
            for (PlannedLayer own : plan.own()) {
                planned.add(layers.timed(own, new FileTimes(request.outputTimestamp())));
            }
            List<ImageAssembler.ApplicationLayer> written = Subtasks.map(
                    LayerCount.within(with(runAs.directories(), planned), bases, above, module.name()),
                    layer -> new ImageAssembler.ApplicationLayer(layer.name(), layers.build(layer)));
            ImageRun run = run(request, plan, runAs);
            return new ImageAssembler(platform -> written, run, request.form()).assemble(bases);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } finally {
            archive.close();
        }
    }

    private static ApplicationPlan plan(JavaImageRequest request, List<Base> bases)
            throws ImageBuildException, IOException {
        ModuleOutput output = request.module().output();
        boolean hasClassPath = !(output instanceof ModuleOutput.WebArchive
                || output instanceof ModuleOutput.QuarkusApp
                || output instanceof ModuleOutput.NativeExecutable);
        if (!hasClassPath && !request.run().extraClasspath().isEmpty()) {
            throw new ImageBuildException(
                    "Module '%s' is packaged as an application that is not run on a class path of the plugin, and <extraClasspath> has no effect on that. Remove it"
                            .formatted(request.module().name()));
        }
        boolean hasAgent = request.run().jvmFlags().stream().anyMatch(flag -> flag.startsWith("-javaagent:"));
        if (output instanceof ModuleOutput.NativeExecutable && hasAgent) {
            throw new ImageBuildException(
                    "Module '%s' is packaged as an executable file, and an agent of the virtual machine has no effect on that. Remove it"
                            .formatted(request.module().name()));
        }
        return ApplicationPlanner.of(request).plan(bases);
    }

    private static RunAs runAs(JavaImageRequest request, List<Base> bases) {
        ContainerOptions options = request.run().container();
        return request.module().output() instanceof ModuleOutput.WebArchive
                ? RunAs.servletContainer(options, bases.get(0).config())
                : RunAs.application(options, bases.get(0).config());
    }

    /**
     * Adds the directories to the uppermost layer, which no other image has: a layer of their own would be one more.
     */
    private static List<PlannedLayer> with(List<PlannedDirectory> directories, List<PlannedLayer> layers) {
        if (directories.isEmpty()) {
            return layers;
        }
        if (layers.isEmpty()) {
            return List.of(new PlannedLayer("directories", List.of(), directories));
        }
        List<PlannedLayer> all = new ArrayList<>(layers);
        all.add(all.remove(all.size() - 1).with(directories));
        return all;
    }

    private static ImageRun run(JavaImageRequest request, ApplicationPlan plan, RunAs runAs) throws IOException {
        JavaRun run = request.run();
        Map<String, String> environment = new LinkedHashMap<>(plan.environment());
        environment.putAll(run.environment());
        Optional<List<String>> command = plan.command().map(words -> words.words(run.jvmFlags()));
        boolean inherited =
                run.entrypoint().filter(Entrypoint.Inherited.class::isInstance).isPresent();
        List<String> arguments = new ArrayList<>(inherited ? command.orElse(List.of()) : List.of());
        arguments.addAll(run.arguments());
        return new ImageRun(
                run.hasOwnEntrypoint() ? DeclaredRun.entrypoint(run.entrypoint()) : command.filter(words -> !inherited),
                arguments,
                environment,
                run.ports(),
                run.container()
                        .describedBy(BaseLabels.digest(request.base()))
                        .runAs(runAs.user(), runAs.workingDirectory()));
    }
}
