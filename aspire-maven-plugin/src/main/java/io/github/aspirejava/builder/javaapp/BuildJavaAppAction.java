package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.FileCopy;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.LocalFiles;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.image.BaseImageException;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.image.ContainerOptions;
import io.github.aspirejava.builder.image.DeclaredRun;
import io.github.aspirejava.builder.image.ImageForm;
import io.github.aspirejava.builder.image.ImageLabels;
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
import java.util.stream.Stream;

/** Builds the image of a Java application. */
public final class BuildJavaAppAction implements StepAction {
    private final AppModel model;
    private final JavaModules modules;
    private final LibraryPlans libraries;
    private final BaseImages baseImages;
    private final JavaImageBuilder builder;
    private final OutputTimes times;
    private final LocalLayers local;
    private final ImageLabels labels;

    /**
     * Creates the action for one model.
     *
     * @param local plans the layers of files that are not the application's
     */
    public BuildJavaAppAction(
            AppModel model, JavaModules modules, LibraryPlans libraries, BuildInputs inputs, LocalLayers local) {
        this.model = model;
        this.modules = modules;
        this.libraries = libraries;
        this.baseImages = inputs.baseImages();
        this.builder = new JavaImageBuilder(inputs.cache());
        this.times = inputs.times();
        this.local = local;
        this.labels = inputs.labels();
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
            BaseImage image = baseImages.find(base);
            boolean secret = app.baseImage().filter(Text::isSecret).isPresent();
            Map<String, String> ofBase = secret ? Map.of() : BaseLabels.name(base);
            JavaImageRequest request = JavaImageRequest.of(module, image)
                    .withLibraries(libraries.of(app, module, context::progress))
                    .withRun(run(app, ofBase, context))
                    .withFiles(local.of(app))
                    .withPlatforms(app.image().platforms())
                    .withForm(ImageForm.of(model, app, times))
                    .withOutputTimestamp(times.of(app.name()));
            ImageContent built = builder.build(request, app.files().size(), context.cancellation());
            context.progress("%s with %d blobs, %,d bytes"
                    .formatted(built.root().descriptor().digest(), built.blobs().size(), built.size()));
            return new BuiltImage(built);
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

    private JavaRun run(JavaApp app, Map<String, String> ofBase, StepContext context) {
        Map<String, String> described = new LinkedHashMap<>(ofBase);
        described.putAll(labels.of(app.name()));
        return JavaRun.builder()
                .mainClass(app.mainClass().map(Text::require))
                .jvmFlags(Stream.concat(
                                LocalLayers.flags(app.agents()).stream(),
                                app.jvmFlags().stream().map(Text::require))
                        .toList())
                .arguments(app.arguments().stream().map(Text::require).toList())
                .environment(DeclaredRun.environment(app.deployment(), context::progress))
                .ports(DeclaredRun.ports(app.deployment()))
                .appRoot(app.appRoot().map(Text::require))
                .resourceDirectory(Stream.concat(
                                app.files().stream().map(FileCopy::to),
                                app.localFiles().stream().map(LocalFiles::to))
                        .anyMatch(BuildJavaAppAction::isResource))
                .extraClasspath(app.extraClasspath().stream().map(Text::require).toList())
                .entrypoint(app.container().entrypoint())
                .container(ContainerOptions.of(app.container(), app.deployment(), described))
                .build();
    }

    private static boolean isResource(Text to) {
        String target = to.require();
        return target.equals(ClassPathLayout.RESOURCES) || target.startsWith(ClassPathLayout.RESOURCES + '/');
    }
}
