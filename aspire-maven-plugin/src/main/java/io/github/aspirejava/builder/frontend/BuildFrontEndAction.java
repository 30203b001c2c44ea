package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.image.BaseImageException;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Builds a front end with the local Node, and its image without an engine. */
public final class BuildFrontEndAction implements StepAction {
    private final AppModel model;
    private final HostBuild host;
    private final FrontEndImages images;
    private final Path baseDirectory;

    /**
     * Creates the action for one model.
     *
     * @param baseDirectory the directory that relative directories of front ends start from
     * @param times the creation times of images and files
     */
    public BuildFrontEndAction(
            AppModel model,
            HostBuild host,
            BaseImages baseImages,
            LayerCache cache,
            Path baseDirectory,
            OutputTimes times) {
        this.model = model;
        this.host = host;
        this.images = new FrontEndImages(model, baseImages, cache, times);
        this.baseDirectory = baseDirectory;
    }

    @Override
    public BuiltImage run(StepContext context) throws StepException, InterruptedException {
        ViteApp app = (ViteApp)
                model.resource(context.step().resource().orElseThrow()).orElseThrow();
        try {
            FrontEnd frontEnd = FrontEnd.of(app, baseDirectory);
            List<Base> bases = images.bases(app);
            ImageContent image = host.build(
                    frontEnd,
                    context::progress,
                    context.cancellation(),
                    output -> images.ofFiles(app, bases, output, context.cancellation()));
            context.progress("%s with %d blobs, %,d bytes"
                    .formatted(image.root().descriptor().digest(), image.blobs().size(), image.size()));
            return new BuiltImage(image);
        } catch (BaseImageException e) {
            Text server = app.server().orElseThrow().image();
            throw new StepException("%s: %s".formatted(server.origin(), e.getMessage()), e);
        } catch (FrontEndException | ImageBuildException e) {
            throw new StepException("%s: %s".formatted(app.origin(), e.getMessage()), e);
        } catch (IOException e) {
            throw new StepException(
                    "%s: The files of '%s' cannot be read or written: %s. Run the build again"
                            .formatted(app.origin(), app.name(), ImageBuildException.reason(e)),
                    e);
        }
    }
}
