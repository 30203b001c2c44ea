package io.github.aspirejava.maven.wiring;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.files.WithFilesAction;
import io.github.aspirejava.builder.frontend.BuildFrontEndAction;
import io.github.aspirejava.builder.frontend.EngineFrontEndAction;
import io.github.aspirejava.builder.frontend.HostBuild;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.javaapp.BuildJavaAppAction;
import io.github.aspirejava.builder.javaapp.JavaImageBuilder;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.builder.library.LibraryPlans;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.Mirrors;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.steps.StepKind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The actions that build images, and put the files of other services into them. */
final class BuildActions {
    private final AppModel model;
    private final LayerCache cache;
    private final BaseImages images;
    private final Path baseDirectory;
    private final Path buildDirectory;
    private final OutputTimes times;
    private final Map<StepKind, StepAction> rooms;

    /**
     * Creates the actions.
     *
     * @param rooms the actions of the add-ons
     */
    BuildActions(
            AppModel model,
            Registries registries,
            ModelAccess access,
            Mirrors mirrors,
            LayerCache cache,
            Path baseDirectory,
            Path buildDirectory,
            OutputTimes times,
            Map<StepKind, StepAction> rooms) {
        this.model = model;
        this.cache = cache;
        this.images = new BaseImages(registries, access, mirrors, baseDirectory);
        this.baseDirectory = baseDirectory;
        this.buildDirectory = buildDirectory;
        this.times = times;
        this.rooms = Map.copyOf(rooms);
    }

    StepAction javaApp(JavaModules modules, LibraryPlans libraries) {
        return withFiles(new BuildJavaAppAction(model, modules, libraries, images, new JavaImageBuilder(cache), times));
    }

    /**
     * Returns the action for front ends, for any kind of build.
     *
     * @param cacheDirectory the directory of the cache, which is kept from run to run
     */
    StepAction frontEnd(Path cacheDirectory, Map<String, String> environment, boolean offline) {
        HostBuild build = new HostBuild(environment, cacheDirectory.resolve("locks"), offline, Clock.systemUTC());
        StepAction host = new BuildFrontEndAction(model, build, images, cache, baseDirectory, times);
        StepAction engine = new EngineFrontEndAction(
                model,
                rooms.getOrDefault(StepKind.BUILD_VITE_APP, StepAction.NOTHING),
                images,
                cache,
                baseDirectory,
                buildDirectory.resolve("aspire"),
                times);
        return withFiles(context -> {
            ViteApp app = (ViteApp)
                    model.resource(context.step().resource().orElseThrow()).orElseThrow();
            return app.needsEngine() ? engine.run(context) : host.run(context);
        });
    }

    /** Returns the action that checks for the engine that some services need. */
    StepAction engineCheck() {
        return new EngineCheckAction(rooms.getOrDefault(StepKind.CHECK_CONTAINER_RUNTIME, StepAction.NOTHING), model);
    }

    /** Returns the action for Dockerfiles. */
    StepAction dockerfile() {
        return withFiles(rooms.getOrDefault(StepKind.BUILD_DOCKERFILE, StepAction.NOTHING));
    }

    /** Returns an action that builds, followed by one that adds the files of other services to the built image. */
    private StepAction withFiles(StepAction build) {
        return new WithFilesAction(build, model, images, cache, times);
    }
}
