package io.github.aspirejava.engine;

import io.github.aspirejava.app.OutputTimestamp;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.engine.build.DockerfileImages;
import io.github.aspirejava.engine.find.EngineSearch;
import io.github.aspirejava.engine.image.EngineImages;
import io.github.aspirejava.oci.credential.SearchPath;
import io.github.aspirejava.room.Room;
import io.github.aspirejava.room.RoomRequest;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What services are built with that Java alone cannot build. */
public final class EngineRoom implements Room {
    @Override
    public Map<StepKind, StepAction> actions(RoomRequest request) throws StepException {
        EngineImages images;
        try {
            images = EngineImages.in(request.cache(), request.registries(), request.access());
        } catch (CacheException e) {
            throw new StepException(String.valueOf(e.getMessage()), e);
        }
        Path generated = request.buildDirectory().resolve("aspire");
        DockerfileImages dockerfiles = new DockerfileImages(
                images,
                request.access(),
                generated,
                Path.of("").toAbsolutePath(),
                new SearchPath(request.environment()));
        Map<StepKind, StepAction> actions = new EnumMap<>(StepKind.class);
        actions.put(
                StepKind.CHECK_CONTAINER_RUNTIME,
                new CheckContainerRuntimeAction(new EngineSearch(request.property(), request.environment())));
        actions.put(
                StepKind.BUILD_DOCKERFILE,
                new BuildDockerfileAction(request.model(), dockerfiles, request.baseDirectory(), time(request)));
        actions.put(
                StepKind.BUILD_VITE_APP,
                new BuildFrontEndAction(
                        request.model(), dockerfiles, request.baseDirectory(), generated, time(request)));
        actions.put(StepKind.LOAD_IMAGE, new LoadImageAction(request.model()));
        return actions;
    }

    /** A build that says when its outputs were made wants them to depend on nothing else. */
    private static Optional<Instant> time(RoomRequest request) throws StepException {
        try {
            return request.property().apply(OutputTimestamp.PROPERTY).flatMap(OutputTimestamp::parse);
        } catch (IllegalArgumentException e) {
            throw new StepException(String.valueOf(e.getMessage()), e);
        }
    }
}
