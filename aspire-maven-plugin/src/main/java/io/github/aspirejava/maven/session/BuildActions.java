package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.build.BaseImages;
import io.github.aspirejava.build.BuildFrontEndAction;
import io.github.aspirejava.build.BuildJavaAppAction;
import io.github.aspirejava.build.JavaImageBuilder;
import io.github.aspirejava.build.JavaModules;
import io.github.aspirejava.build.LibraryPlans;
import io.github.aspirejava.build.WithFilesAction;
import io.github.aspirejava.build.vite.HostBuild;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.oci.registry.Mirrors;
import io.github.aspirejava.oci.registry.ModelAccess;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.run.StepAction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** The actions that build images without an engine. */
final class BuildActions {
    private final AppModel model;
    private final LayerCache cache;
    private final BaseImages images;
    private final Path baseDirectory;
    private final Instant created;

    BuildActions(
            AppModel model,
            Registries registries,
            ModelAccess access,
            Mirrors mirrors,
            LayerCache cache,
            Path baseDirectory,
            Instant created) {
        this.model = model;
        this.cache = cache;
        this.images = new BaseImages(registries, access, mirrors, baseDirectory);
        this.baseDirectory = baseDirectory;
        this.created = created;
    }

    StepAction javaApp(JavaModules modules, LibraryPlans libraries) {
        return withFiles(
                new BuildJavaAppAction(model, modules, libraries, images, new JavaImageBuilder(cache), created));
    }

    /**
     * For front ends that this machine builds.
     *
     * @param cacheDirectory of what is kept from run to run
     */
    StepAction frontEnd(Path cacheDirectory, Map<String, String> environment, boolean offline) {
        HostBuild host = new HostBuild(environment, cacheDirectory.resolve("locks"), offline, Clock.systemUTC());
        return withFiles(new BuildFrontEndAction(model, host, images, cache, baseDirectory, created));
    }

    /** An action that builds, followed by what puts files of other services upon what it has built. */
    StepAction withFiles(StepAction build) {
        return new WithFilesAction(build, model, images, cache, created);
    }
}
