package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import java.io.IOException;
import java.util.List;

/** Removes the containers and the network of a project. Volumes stay, with their data. */
public final class ComposeDownAction implements StepAction {
    private final AppModel model;
    private final String application;

    /** Creates the action for the environments of an application. */
    public ComposeDownAction(AppModel model, String application) {
        this.model = model;
        this.application = application;
    }

    @Override
    public StepResult run(StepContext context) throws StepException {
        DockerCompose environment = context.step().resource(model, DockerCompose.class);
        ContainerEngine engine = context.result(ContainerEngine.class);
        Project project = Project.of(environment, application);
        Containers containers = new Containers(engine.api(), project);
        try {
            for (JsonNode container : containers.all()) {
                context.cancellation().throwIfCancelled();
                context.progress("removing %s"
                        .formatted(container.path("Names").path(0).asText().replaceFirst("^/", "")));
                containers.remove(container.path("Id").asText());
            }
            for (JsonNode network : containers.networks()) {
                containers.removeNetwork(network.path("Id").asText());
            }
            List<String> volumes = containers.volumes();
            if (!volumes.isEmpty()) {
                context.progress(
                        "the volumes %s stay: remove them by docker volume rm".formatted(String.join(", ", volumes)));
            }
            return StepResult.NONE;
        } catch (IOException e) {
            context.cancellation().throwIfCancelled();
            throw new StepException(
                    "%s: The project %s cannot be removed from %s: %s."
                            .formatted(environment.origin(), project.name(), engine, Reason.of(e)),
                    e);
        }
    }
}
