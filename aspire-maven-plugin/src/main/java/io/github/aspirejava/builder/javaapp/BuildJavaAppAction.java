package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.FileCopy;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.BaseImageException;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.builder.library.LibraryPlans;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.builder.plan.ClassPathLayout;
import io.github.aspirejava.builder.plan.JavaImageRequest;
import io.github.aspirejava.builder.plan.JavaRun;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Builds the image of a Java application. */
public final class BuildJavaAppAction implements StepAction {
    private final AppModel model;
    private final JavaModules modules;
    private final LibraryPlans libraries;
    private final BaseImages baseImages;
    private final JavaImageBuilder builder;
    private final OutputTimes times;

    /** Creates the action for one model. */
    public BuildJavaAppAction(AppModel model, JavaModules modules, LibraryPlans libraries, BuildInputs inputs) {
        this.model = model;
        this.modules = modules;
        this.libraries = libraries;
        this.baseImages = inputs.baseImages();
        this.builder = new JavaImageBuilder(inputs.cache());
        this.times = inputs.times();
    }

    @Override
    public BuiltImage run(StepContext context) throws StepException, InterruptedException {
        JavaApp app = context.step().resource(model, JavaApp.class);
        Origin baseOrigin = app.baseImage().map(Text::origin).orElse(app.origin());
        try {
            JavaModule module = modules.find(app);
            String base = app.baseImage().map(Text::require).orElse(null);
            if (base == null) {
                base = DefaultBase.of(module);
                context.progress("on %s".formatted(base));
            }
            JavaImageRequest request = JavaImageRequest.of(module, baseImages.find(base))
                    .withLibraries(libraries.of(app, module, context::progress))
                    .withRun(run(app, context))
                    .withPlatforms(app.image().platforms())
                    .withCreated(times.created(app.name()))
                    .withOutputTimestamp(times.of(app.name()));
            // Readers of layouts such as skopeo find no images of Docker's format in them.
            if (model.registryOf(app).filter(OciLayout.class::isInstance).isPresent()) {
                request = request.withOciFormat();
            }
            ImageContent image = builder.build(request, app.files().size(), context.cancellation());
            context.progress("%s with %d blobs, %,d bytes"
                    .formatted(image.root().descriptor().digest(), image.blobs().size(), image.size()));
            return new BuiltImage(image);
        } catch (IOException e) {
            throw new StepException(
                    "%s: The files of module '%s' cannot be read: %s. Run: mvn clean package aspire:push."
                            .formatted(app.origin(), app.name(), ImageBuildException.reason(e)),
                    e);
        } catch (BaseImageException e) {
            throw StepException.at(baseOrigin, e);
        } catch (ImageBuildException e) {
            throw StepException.at(app.origin(), e);
        }
    }

    private static JavaRun run(JavaApp app, StepContext context) {
        Map<String, String> environment = new LinkedHashMap<>();
        app.deployment().environmentVariables().forEach((name, value) -> {
            // An image is read by more people than a secret is meant for.
            if (value.isSecret()) {
                context.progress(
                        "the environment variable %s is not in the image, because it contains a secret: set it where the image runs"
                                .formatted(name));
            } else {
                environment.put(name, value.require());
            }
        });
        return new JavaRun(
                app.mainClass().map(Text::require),
                app.jvmFlags().stream().map(Text::require).toList(),
                app.arguments().stream().map(Text::require).toList(),
                environment,
                app.deployment().endpoints().stream()
                        .map(Endpoint::port)
                        .collect(Collectors.toCollection(TreeSet::new)),
                app.appRoot().map(Text::require),
                app.files().stream().anyMatch(BuildJavaAppAction::isResource));
    }

    private static boolean isResource(FileCopy file) {
        String target = file.to().require();
        return target.equals(ClassPathLayout.RESOURCES) || target.startsWith(ClassPathLayout.RESOURCES + '/');
    }
}
