package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.files.FileLayers;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.image.BaseImageException;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.image.BaseReader;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.image.ContentSource;
import io.github.aspirejava.builder.image.DeclaredRun;
import io.github.aspirejava.builder.image.ImageAssembler;
import io.github.aspirejava.builder.image.ImageForm;
import io.github.aspirejava.builder.image.ImageLabels;
import io.github.aspirejava.builder.image.ImageRun;
import io.github.aspirejava.builder.image.LayeredImage;
import io.github.aspirejava.builder.layer.FileTimes;
import io.github.aspirejava.builder.layer.LayerBuilder;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.module.ModuleFiles;
import io.github.aspirejava.cache.CachedLayer;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Images of front ends: their files on top of the image of their server or, without a server, in an image from scratch,
 * from which other services copy them.
 */
final class FrontEndImages {
    private static final String LAYER = "front end";
    private static final String CONFIGURATION = "server configuration";

    private final AppModel model;
    private final BaseImages baseImages;
    private final LayerCache cache;
    private final OutputTimes times;
    private final Path baseDirectory;
    private final Path generated;
    private final ImageLabels labels;

    FrontEndImages(AppModel model, BuildInputs inputs, Path baseDirectory, Path generated) {
        this.model = model;
        this.baseImages = inputs.baseImages();
        this.cache = inputs.cache();
        this.times = inputs.times();
        this.baseDirectory = baseDirectory;
        this.generated = generated;
        this.labels = inputs.labels();
    }

    /**
     * Prepares the image of a front end, before its files are built.
     *
     * @throws BaseImageException if the image of its server cannot be read, or lacks a wanted platform
     */
    FrontEndOutput output(ViteApp app, Cancellation cancellation)
            throws BaseImageException, StepException, InterruptedException {
        return new FrontEndOutput(this, app, bases(app), cancellation);
    }

    private List<Base> bases(ViteApp app) throws BaseImageException, StepException, InterruptedException {
        // Files without a server are independent of the platform: one image is enough for all.
        List<Platform> platforms = app.server().isPresent()
                ? app.image().platforms()
                : app.image().platforms().subList(0, 1);
        BaseImage base = app.server().isPresent()
                ? baseImages.find(app.server().get().image().require())
                : new BaseImage.Scratch();
        return new BaseReader(app.name(), "server", "server").read(base, platforms);
    }

    /** Returns the image with the files below {@code output}, which may change afterwards. */
    ImageContent ofFiles(ViteApp app, List<Base> bases, Path output, Cancellation cancellation)
            throws FrontEndException, ImageBuildException, IOException, InterruptedException {
        String directory = app.filesDirectory().orElseThrow().replaceFirst("/$", "");
        LayerBuilder layers = new LayerBuilder(cache, cancellation);
        FileTimes fileTimes = new FileTimes(times.of(app.name()));
        List<PlannedFile> files = new ArrayList<>();
        for (Map.Entry<String, Path> file : ModuleFiles.below(output).entrySet()) {
            files.add(PlannedFile.copyOf(file.getValue(), directory + '/' + file.getKey()));
        }
        CachedLayer layer = layers.build(layers.timed(new PlannedLayer(LAYER, files), fileTimes));
        return upon(app, bases, new ImageAssembler.ApplicationLayer(LAYER, layer), cancellation);
    }

    /**
     * Returns the image with the files of the front end that another image has; that image itself if there is no
     * server.
     */
    ImageContent ofImage(ViteApp app, List<Base> bases, ImageContent files, Cancellation cancellation)
            throws FrontEndException, ImageBuildException, IOException, InterruptedException {
        if (app.server().isEmpty()) {
            return files;
        }
        FileLayers.Selection selection = new FileLayers.Selection(
                ContentSource.of(files, app.name()),
                app.name(),
                ViteApp.IMAGE_DIRECTORY + '/' + app.outputDirectory().require(),
                app.filesDirectory().orElseThrow(),
                true);
        Platform platform = files.platforms().isEmpty()
                ? Platform.LINUX_AMD64
                : files.platforms().get(0);
        return upon(
                app,
                bases,
                new FileLayers(cache).layer(selection, platform, new FileTimes(times.of(app.name())), cancellation),
                cancellation);
    }

    private ImageContent upon(
            ViteApp app, List<Base> bases, ImageAssembler.ApplicationLayer files, Cancellation cancellation)
            throws FrontEndException, ImageBuildException, IOException, InterruptedException {
        ImageForm form = ImageForm.of(model, app, times);
        if (app.server().isEmpty()) {
            return LayeredImage.of(bases, platform -> List.of(files), form);
        }
        ServerConfiguration configuration = ServerConfiguration.write(app, baseDirectory, generated);
        List<ImageAssembler.ApplicationLayer> layers = new ArrayList<>(List.of(files));
        if (!configuration.files().isEmpty()) {
            PlannedLayer layer = new PlannedLayer(CONFIGURATION, configuration.files());
            layers.add(
                    0,
                    new ImageAssembler.ApplicationLayer(
                            CONFIGURATION, new LayerBuilder(cache, cancellation).build(layer)));
        }
        ImageRun declared = DeclaredRun.of(app, labels.of(app.name()));
        return LayeredImage.of(bases, platform -> layers, configuration.completing(declared, app), form);
    }
}
