package io.github.aspirejava.engine.build;

import io.github.aspirejava.dockerfile.BuildKitFeature;
import io.github.aspirejava.dockerfile.Instructions;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineKind;
import io.github.aspirejava.run.StepException;
import java.util.Optional;

/** The features that Docker's legacy builder lacks, so that the build requires BuildKit. Podman's builder has them. */
final class BuildKit {
    private BuildKit() {}

    /** Returns the reason why a build needs BuildKit, as the beginning of a message; empty if it does not. */
    static Optional<String> reason(DockerfileBuild build, ContainerEngine engine, String dockerfile) {
        if (engine.kind() != EngineKind.DOCKER) {
            return Optional.empty();
        }
        if (!build.secrets().isEmpty()) {
            SecretInput secret = build.secrets().get(0);
            return Optional.of(
                    "%s: The <buildSecret> %s of %s".formatted(secret.origin(), secret.id(), build.service()));
        }
        if (build.platforms().size() > 1) {
            return Optional.of(
                    "%s: More than one platform in <platforms> of %s".formatted(build.origin(), build.service()));
        }
        Optional<String> option = build.options().ofBuildKit();
        if (option.isPresent()) {
            return Optional.of("%s: <%s> of %s".formatted(build.origin(), option.get(), build.service()));
        }
        return BuildKitFeature.of(
                        Instructions.of(build.context().dockerfile()),
                        build.arguments().keySet())
                .map(instruction -> "%s: '%s' in %s:%d"
                        .formatted(build.origin(), instruction.text(), dockerfile, instruction.line()));
    }

    /** Returns the exception for a BuildKit that is needed and missing. */
    static StepException missing(String reason) {
        return new StepException(
                "%s needs BuildKit, and there is no docker buildx. Install it (the package docker-buildx-plugin or docker-buildx), or build with Podman: ASPIRE_CONTAINER_RUNTIME=podman."
                        .formatted(reason));
    }
}
