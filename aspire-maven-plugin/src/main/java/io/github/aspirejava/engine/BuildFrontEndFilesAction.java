package io.github.aspirejava.engine;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.build.DockerfileBuild;
import io.github.aspirejava.engine.build.DockerfileImages;
import io.github.aspirejava.engine.context.BuildContext;
import io.github.aspirejava.engine.context.ForeignFiles;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds the files of a front end from the Dockerfile that was generated for it. */
final class BuildFrontEndFilesAction implements StepAction {
    private final AppModel model;
    private final DockerfileImages images;
    private final Path baseDirectory;
    private final Path dockerfiles;
    private final Optional<Instant> time;
    private final ForeignFiles foreign;

    /**
     * Creates the action for one model.
     *
     * @param dockerfiles the directory with a subdirectory for each front end, which holds its {@code Dockerfile}
     * @param time the modification time of all files in contexts; each file's own if empty
     * @param foreign the files that belong to no context
     */
    BuildFrontEndFilesAction(
            AppModel model,
            DockerfileImages images,
            Path baseDirectory,
            Path dockerfiles,
            Optional<Instant> time,
            ForeignFiles foreign) {
        this.model = model;
        this.images = images;
        this.baseDirectory = baseDirectory;
        this.dockerfiles = dockerfiles;
        this.time = time;
        this.foreign = foreign;
    }

    @Override
    public BuiltImage run(StepContext context) throws StepException {
        ViteApp app = (ViteApp)
                model.resource(context.step().resource().orElseThrow()).orElseThrow();
        BuildContext files = new BuildContext(
                baseDirectory.resolve(app.directory().require()),
                dockerfiles.resolve(app.name()).resolve("Dockerfile"),
                time,
                foreign);
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, Text> argument : app.buildArguments().entrySet()) {
            arguments.put(argument.getKey(), argument.getValue().require());
        }
        DockerfileBuild build = DockerfileBuild.of(app.name(), app.origin(), files)
                .withArguments(arguments)
                .withOciFormat();
        return new BuiltImage(images.build(build, context.result(ContainerEngine.class), context));
    }
}
