package io.github.aspirejava.engine;

import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.frontend.FrontEnd;
import io.github.aspirejava.builder.frontend.FrontEndBuilder;
import io.github.aspirejava.builder.frontend.FrontEndException;
import io.github.aspirejava.builder.frontend.FrontEndOutput;
import io.github.aspirejava.builder.frontend.GeneratedDockerfile;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.build.DockerfileBuild;
import io.github.aspirejava.engine.build.DockerfileImages;
import io.github.aspirejava.engine.build.SecretInput;
import io.github.aspirejava.engine.context.BuildContext;
import io.github.aspirejava.engine.context.ForeignFiles;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Builds front ends in an engine, by Dockerfiles that are generated for them. */
final class EngineFrontEnds implements FrontEndBuilder {
    private final DockerfileImages images;
    private final Path dockerfiles;
    private final Path baseDirectory;
    private final Optional<Instant> time;
    private final ForeignFiles foreign;

    /**
     * A builder for one session.
     *
     * @param dockerfiles the directory that generated Dockerfiles are written to
     * @param baseDirectory the directory that files of secrets start from
     * @param time the modification time of all files of a context; each keeps its own if empty
     * @param foreign files that are part of no context
     */
    EngineFrontEnds(
            DockerfileImages images,
            Path dockerfiles,
            Path baseDirectory,
            Optional<Instant> time,
            ForeignFiles foreign) {
        this.images = images;
        this.dockerfiles = dockerfiles;
        this.baseDirectory = baseDirectory;
        this.time = time;
        this.foreign = foreign;
    }

    @Override
    public ImageContent build(ViteApp app, FrontEnd frontEnd, FrontEndOutput output, StepContext context)
            throws FrontEndException, ImageBuildException, StepException, IOException, InterruptedException {
        DockerfileBuild build = DockerfileBuild.of(
                        app.name(),
                        app.origin(),
                        new BuildContext(frontEnd.root(), dockerfile(app, frontEnd), time, foreign))
                .arguments(frontEnd.buildArguments())
                .secrets(SecretInput.of(app.buildSecrets(), baseDirectory))
                .oci(true)
                .build();
        return output.ofImage(images.build(build, context.result(ContainerEngine.class), context));
    }

    private Path dockerfile(ViteApp app, FrontEnd frontEnd) throws FrontEndException, StepException {
        Path file = dockerfiles.resolve(app.name()).resolve("Dockerfile");
        try {
            new GeneratedDockerfile(app, frontEnd).write(file);
            return file;
        } catch (IOException e) {
            throw new StepException(
                    "%s: The Dockerfile of '%s' cannot be written: %s. Make %s writable"
                            .formatted(app.origin(), app.name(), ImageBuildException.reason(e), dockerfiles),
                    e);
        }
    }
}
