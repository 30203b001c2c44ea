package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes the containers of a project whose services are no longer in the model. */
public final class ComposeUpAction implements StepAction {
    private final AppModel model;

    /** Creates the action for one model. */
    public ComposeUpAction(AppModel model) {
        this.model = model;
    }

    @Override
    public StepResult run(StepContext context) throws StepException {
        PreparedProject prepared = context.result(PreparedProject.class);
        Project project = prepared.project();
        Set<String> wanted = model.deployedTo(project.environment()).stream()
                .map(Service::name)
                .map(Project::host)
                .collect(Collectors.toSet());
        Containers containers = new Containers(prepared.engine().api(), project);
        try {
            for (JsonNode container : containers.all()) {
                String service = container.path("Labels").path(Project.SERVICE).asText();
                if (!wanted.contains(service)) {
                    context.progress(
                            "removing the container of %s, which is no longer in the model".formatted(service));
                    containers.remove(container.path("Id").asText());
                }
            }
            return StepResult.NONE;
        } catch (IOException e) {
            context.cancellation().throwIfCancelled();
            throw new StepException(
                    "Containers of %s cannot be removed from %s: %s."
                            .formatted(project.name(), prepared.engine(), Reason.of(e)),
                    e);
        }
    }
}
