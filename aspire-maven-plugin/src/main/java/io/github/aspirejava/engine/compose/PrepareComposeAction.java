package io.github.aspirejava.engine.compose;

import io.github.aspirejava.addon.PrivateFile;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Creates the network of a project, and finds or generates its secrets. */
public final class PrepareComposeAction implements StepAction {
    private final AppModel model;
    private final String application;
    private final Path baseDirectory;

    /** Creates the action for the environments of an application. */
    public PrepareComposeAction(AppModel model, String application, Path baseDirectory) {
        this.model = model;
        this.application = application;
        this.baseDirectory = baseDirectory;
    }

    @Override
    public PreparedProject run(StepContext context) throws StepException {
        DockerCompose environment = context.step().resource(model, DockerCompose.class);
        ContainerEngine engine = context.result(ContainerEngine.class);
        Project project = Project.of(environment, application);
        Containers containers = new Containers(engine.api(), project);
        try {
            containers.createNetwork();
            return new PreparedProject(engine, project, secrets(project, containers));
        } catch (IOException e) {
            context.cancellation().throwIfCancelled();
            throw new StepException(
                    "%s: %s cannot be prepared in %s: %s."
                            .formatted(environment.origin(), environment.name(), engine, Reason.of(e)),
                    e);
        }
    }

    private Map<String, Secret> secrets(Project project, Containers containers) throws IOException, StepException {
        PrivateFile file = file(baseDirectory, project.environment());
        byte[] before = file.read();
        Map<String, Secret> generated = new GeneratedSecrets(
                        model, project, containers, EnvironmentFile.read(new String(before, StandardCharsets.UTF_8)))
                .get();
        Map<String, String> variables = new TreeMap<>();
        OpenVariables.of(model, project.environment())
                .forEach((name, value) ->
                        OpenVariables.content(value, generated).ifPresent(content -> variables.put(name, content)));
        byte[] content = EnvironmentFile.write(variables).getBytes(StandardCharsets.UTF_8);
        if (!variables.isEmpty() && !Arrays.equals(before, content)) {
            file.write(content);
        }
        return generated;
    }

    /** Returns the file with the values of the parameters of an environment. */
    static PrivateFile file(Path baseDirectory, DockerCompose environment) {
        return new PrivateFile(baseDirectory.resolve(".aspire"), Path.of("compose", environment.name() + ".env"));
    }
}
