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

/**
 * Lets an engine build the files of a front end from a generated Dockerfile, and adds them to the image of its server,
 * if it has one, as for front ends that are built locally.
 */
public final class EngineFrontEndAction implements StepAction {
    private final AppModel model;
    private final StepAction engine;
    private final FrontEndImages images;
    private final Path baseDirectory;
    private final Path dockerfiles;

    /**
     * Creates the action for one model.
     *
     * @param engine builds the {@code Dockerfile} of a front end, in a directory of its name below {@code dockerfiles},
     *     to an image of its files
     * @param baseDirectory the directory that relative directories of front ends start from
     * @param times the creation times of images and files
     */
    public EngineFrontEndAction(
            AppModel model,
            StepAction engine,
            BaseImages baseImages,
            LayerCache cache,
            Path baseDirectory,
            Path dockerfiles,
            OutputTimes times) {
        this.model = model;
        this.engine = engine;
        this.images = new FrontEndImages(model, baseImages, cache, times);
        this.baseDirectory = baseDirectory;
        this.dockerfiles = dockerfiles;
    }

    @Override
    public BuiltImage run(StepContext context) throws Exception {
        ViteApp app = (ViteApp)
                model.resource(context.step().resource().orElseThrow()).orElseThrow();
        try {
            Path dockerfile = dockerfiles.resolve(app.name()).resolve("Dockerfile");
            new GeneratedDockerfile(app, FrontEnd.of(app, baseDirectory)).write(dockerfile);
            List<Base> bases = images.bases(app);
            ImageContent files = ((BuiltImage) engine.run(context)).content();
            return new BuiltImage(images.ofImage(app, bases, files, context.cancellation()));
        } catch (BaseImageException e) {
            Text server = app.server().orElseThrow().image();
            throw new StepException("%s: %s".formatted(server.origin(), e.getMessage()), e);
        } catch (FrontEndException | ImageBuildException e) {
            throw new StepException("%s: %s".formatted(app.origin(), e.getMessage()), e);
        } catch (IOException e) {
            throw new StepException(
                    "%s: The Dockerfile of '%s' cannot be written: %s. Make %s writable"
                            .formatted(app.origin(), app.name(), ImageBuildException.reason(e), dockerfiles),
                    e);
        }
    }
}
