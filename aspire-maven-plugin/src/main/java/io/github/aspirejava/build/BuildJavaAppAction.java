package io.github.aspirejava.build;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;

/** Builds the image of a Java application. */
public final class BuildJavaAppAction implements StepAction {
    private final AppModel model;
    private final JavaModules modules;
    private final LibraryPlans libraries;
    private final BaseImages baseImages;
    private final JavaImageBuilder builder;
    private final OutputTimes times;

    /**
     * The action for one model.
     *
     * @param times when images say that they were made
     */
    public BuildJavaAppAction(
            AppModel model,
            JavaModules modules,
            LibraryPlans libraries,
            BaseImages baseImages,
            JavaImageBuilder builder,
            OutputTimes times) {
        this.model = model;
        this.modules = modules;
        this.libraries = libraries;
        this.baseImages = baseImages;
        this.builder = builder;
        this.times = times;
    }

    @Override
    public ImageContent run(StepContext context) throws StepException, InterruptedException {
        JavaApp app = (JavaApp)
                model.resource(context.step().resource().orElseThrow()).orElseThrow();
        try {
            JavaModule module = modules.find(app);
            JavaImageRequest request = JavaImageRequest.of(
                            module, baseImages.find(app.baseImage().require()))
                    .withLibraries(libraries.of(app, module, context::progress))
                    .withJvmFlags(app.jvmFlags().stream().map(Text::require).toList())
                    .withPlatforms(app.image().platforms())
                    .withCreated(times.created(app.name()));
            if (app.mainClass().isPresent()) {
                request = request.withMainClass(app.mainClass().get().require());
            }
            // Readers of layouts such as skopeo find no images of Docker's format there.
            if (model.registryOf(app).filter(OciLayout.class::isInstance).isPresent()) {
                request = request.withOciFormat();
            }
            ImageContent image = builder.build(request, app.files().size(), context.cancellation());
            context.progress("%s with %d blobs, %,d bytes"
                    .formatted(image.root().descriptor().digest(), image.blobs().size(), image.size()));
            return image;
        } catch (BaseImageException e) {
            throw new StepException("%s: %s".formatted(app.baseImage().origin(), e.getMessage()), e);
        } catch (ImageBuildException e) {
            throw new StepException("%s: %s".formatted(app.origin(), e.getMessage()), e);
        }
    }
}
