package io.github.aspirejava.engine;

import io.github.aspirejava.addon.AddOn;
import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.OutputTimestamp;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.builder.files.WithFilesAction;
import io.github.aspirejava.builder.frontend.FrontEndAction;
import io.github.aspirejava.builder.frontend.FrontEndBuilder;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.engine.build.DockerfileImages;
import io.github.aspirejava.engine.compose.AwaitServiceAction;
import io.github.aspirejava.engine.compose.ComposeDownAction;
import io.github.aspirejava.engine.compose.ComposeUpAction;
import io.github.aspirejava.engine.compose.PrepareComposeAction;
import io.github.aspirejava.engine.compose.PrintSummaryAction;
import io.github.aspirejava.engine.compose.ProvisionContainerAction;
import io.github.aspirejava.engine.compose.PublishComposeAction;
import io.github.aspirejava.engine.context.ForeignFiles;
import io.github.aspirejava.engine.discovery.EngineSearch;
import io.github.aspirejava.engine.image.EngineImages;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The actions that build services by a container engine, because Java alone cannot build them. */
public final class EngineAddOn implements AddOn {
    @Override
    public Map<StepKind, StepAction> actions(AddOnContext request) throws StepException {
        EngineImages images;
        try {
            images = EngineImages.in(request.cache(), request.registries(), request.access());
        } catch (CacheException e) {
            throw new StepException(String.valueOf(e.getMessage()), e);
        }
        Path generated = request.outputDirectory();
        DockerfileImages dockerfiles = new DockerfileImages(
                images, request.access(), generated, Path.of("").toAbsolutePath(), request.environment());
        ForeignFiles foreign = foreign(request);
        FrontEndBuilder frontEnds =
                new EngineFrontEnds(dockerfiles, generated, request.baseDirectory(), time(request), foreign);
        Map<StepKind, StepAction> actions = new EnumMap<>(StepKind.class);
        actions.put(
                StepKind.CHECK_CONTAINER_RUNTIME,
                new CheckContainerRuntimeAction(
                        request.model(), new EngineSearch(request.property(), request.environment())));
        actions.put(
                StepKind.BUILD_DOCKERFILE,
                withFiles(
                        request,
                        new BuildDockerfileAction(
                                request.model(),
                                dockerfiles,
                                request.baseDirectory(),
                                generated,
                                time(request),
                                foreign)));
        actions.put(
                StepKind.BUILD_VITE_APP_IN_ENGINE,
                withFiles(
                        request,
                        new FrontEndAction(
                                request.model(), frontEnds, request.inputs(), request.baseDirectory(), generated)));
        actions.put(StepKind.LOAD_IMAGE, new LoadImageAction(request.model()));
        actions.putAll(compose(request));
        return actions;
    }

    private static Map<StepKind, StepAction> compose(AddOnContext request) {
        AppModel model = request.model();
        return Map.of(
                StepKind.PUBLISH_COMPOSE,
                new PublishComposeAction(
                        model,
                        request.deployments(),
                        request.application(),
                        request.baseDirectory(),
                        request.outputDirectory()),
                StepKind.PREPARE_COMPOSE,
                new PrepareComposeAction(model, request.application(), request.baseDirectory()),
                StepKind.PROVISION_CONTAINER,
                new ProvisionContainerAction(model, request.deployments(), request.access(), request.baseDirectory()),
                StepKind.AWAIT_SERVICE,
                new AwaitServiceAction(model, request.deployments(), Pause.REAL, System::nanoTime),
                StepKind.PRINT_SUMMARY,
                new PrintSummaryAction(),
                StepKind.COMPOSE_UP,
                new ComposeUpAction(model),
                StepKind.COMPOSE_DOWN,
                new ComposeDownAction(model, request.application()));
    }

    private static StepAction withFiles(AddOnContext request, StepAction build) {
        return new WithFilesAction(build, request.model(), request.inputs());
    }

    /**
     * Returns the files that the plugin writes: its reports, in each module that Maven was started in, its images and
     * its cache.
     */
    private static ForeignFiles foreign(AddOnContext request) {
        Path reports = request.outputDirectory();
        Set<Path> directories = new HashSet<>(Set.of(reports, request.cache()));
        for (Registry registry : request.model().registries()) {
            if (registry instanceof OciLayout layout) {
                layout.directory()
                        .value()
                        .ifPresent(
                                path -> directories.add(request.baseDirectory().resolve(path)));
            }
        }
        int names = reports.getNameCount();
        return new ForeignFiles(directories, List.of(reports.subpath(names - 2, names)));
    }

    /** Returns the output timestamp; a build that sets one wants its outputs to depend on no other time. */
    private static Optional<Instant> time(AddOnContext request) throws StepException {
        try {
            return request.property().apply(OutputTimestamp.PROPERTY).flatMap(OutputTimestamp::parse);
        } catch (IllegalArgumentException e) {
            throw new StepException(String.valueOf(e.getMessage()), e);
        }
    }
}
