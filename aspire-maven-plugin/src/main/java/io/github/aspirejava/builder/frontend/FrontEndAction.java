package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.BaseImageException;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.image.DeclaredRun;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Path;

/** Builds the image of a front end: its files, and the image of its server below them. */
public final class FrontEndAction implements StepAction {
    private final AppModel model;
    private final FrontEndBuilder builder;
    private final FrontEndImages images;
    private final Path baseDirectory;

    /**
     * The action for one model.
     *
     * @param builder builds the files
     * @param baseDirectory the directory that those of front ends start from
     * @param generated the directory that configurations of servers are written to
     */
    public FrontEndAction(
            AppModel model, FrontEndBuilder builder, BuildInputs inputs, Path baseDirectory, Path generated) {
        this.model = model;
        this.builder = builder;
        this.images = new FrontEndImages(model, inputs, baseDirectory, generated);
        this.baseDirectory = baseDirectory;
    }

    @Override
    public BuiltImage run(StepContext context) throws StepException, InterruptedException {
        ViteApp app = context.step().resource(model, ViteApp.class);
        try {
            DeclaredRun.environment(app.deployment(), context::progress);
            FrontEnd frontEnd = FrontEnd.of(app, baseDirectory);
            FrontEndOutput output = images.output(app, context.cancellation());
            return new BuiltImage(builder.build(app, frontEnd, output, context));
        } catch (BaseImageException e) {
            Text server = app.server().orElseThrow().image();
            throw StepException.at(server.origin(), e);
        } catch (FrontEndException | ImageBuildException e) {
            throw StepException.at(app.origin(), e);
        } catch (IOException e) {
            throw new StepException(
                    "%s: The files of '%s' cannot be read or written: %s. Run the build again"
                            .formatted(app.origin(), app.name(), ImageBuildException.reason(e)),
                    e);
        }
    }
}
