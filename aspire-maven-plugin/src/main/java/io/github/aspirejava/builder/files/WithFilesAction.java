package io.github.aspirejava.builder.files;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.FileCopy;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.image.BaseReader;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.image.ContentSource;
import io.github.aspirejava.builder.image.ImageAssembler;
import io.github.aspirejava.builder.image.ImageForm;
import io.github.aspirejava.builder.image.LayeredImage;
import io.github.aspirejava.builder.layer.FileTimes;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds an image by another action and adds the files of other services to it: each {@code <file>} as a layer of its
 * own.
 */
public final class WithFilesAction implements StepAction {
    private final StepAction build;
    private final AppModel model;
    private final BaseImages images;
    private final FileLayers layers;
    private final OutputTimes times;

    /**
     * Creates the action for one model.
     *
     * @param build the action that builds the image without the files
     */
    public WithFilesAction(StepAction build, AppModel model, BuildInputs inputs) {
        this.build = build;
        this.model = model;
        this.images = inputs.baseImages();
        this.layers = new FileLayers(inputs.cache());
        this.times = inputs.times();
    }

    @Override
    public BuiltImage run(StepContext context) throws Exception {
        BuiltImage built = (BuiltImage) build.run(context);
        ImageContent image = built.content();
        BuiltService service = context.step().resource(model, BuiltService.class);
        if (service.files().isEmpty()) {
            return built;
        }
        List<Base> bases;
        try {
            bases = new BaseReader(service.name()).read(ContentSource.of(image, service.name()), image.platforms());
        } catch (ImageBuildException e) {
            throw StepException.at(service.origin(), e);
        }
        FileTimes fileTimes = new FileTimes(times.of(service.name()));
        Map<Platform, List<ImageAssembler.ApplicationLayer>> upon = new HashMap<>();
        for (Base base : bases) {
            upon.put(base.platform(), new ArrayList<>());
            for (FileCopy file : service.files()) {
                upon.get(base.platform()).add(layer(file, base.platform(), fileTimes, context));
            }
        }
        ImageContent whole;
        try {
            whole = LayeredImage.of(bases, upon::get, ImageForm.of(model, service, times));
        } catch (ImageBuildException e) {
            throw StepException.at(service.files().get(0).from().origin(), e);
        }
        context.progress("%s with files of %s"
                .formatted(
                        whole.root().descriptor().digest(),
                        String.join(
                                ", ",
                                service.files().stream()
                                        .map(file -> file.from().name())
                                        .distinct()
                                        .toList())));
        return new BuiltImage(whole);
    }

    private ImageAssembler.ApplicationLayer layer(
            FileCopy file, Platform platform, FileTimes fileTimes, StepContext context)
            throws StepException, InterruptedException {
        Service from = (Service) model.resource(file.from().name()).orElseThrow();
        String path = file.path()
                .map(Text::require)
                .orElseGet(() -> ((ViteApp) from).filesDirectory().orElseThrow());
        try {
            FileLayers.Selection files = new FileLayers.Selection(
                    image(from, context), from.name(), path, file.to().require(), from instanceof ViteApp);
            return layers.layer(files, platform, fileTimes, context.cancellation());
        } catch (ImageBuildException e) {
            throw StepException.at(
                    file.path().map(Text::origin).orElse(file.from().origin()), e);
        }
    }

    private BaseImage.Existing image(Service from, StepContext context) throws ImageBuildException, StepException {
        return from instanceof Container container
                ? (BaseImage.Existing) images.find(container.source().require())
                : ContentSource.of(
                        context.result(StepNames.build(from.name()), BuiltImage.class)
                                .content(),
                        from.name());
    }
}
