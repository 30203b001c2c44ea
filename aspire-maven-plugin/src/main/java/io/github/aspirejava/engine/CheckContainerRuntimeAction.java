package io.github.aspirejava.engine;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.discovery.EngineSearch;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the engine for all other steps; where there is none, names the services that need one. */
final class CheckContainerRuntimeAction implements StepAction {
    private final AppModel model;
    private final EngineSearch search;

    CheckContainerRuntimeAction(AppModel model, EngineSearch search) {
        this.model = model;
        this.search = search;
    }

    @Override
    public ContainerEngine run(StepContext context) throws StepException, InterruptedException {
        try {
            ContainerEngine engine = search.find();
            context.progress(engine.toString());
            return engine;
        } catch (StepException e) {
            throw new StepException(needs() + e.getMessage(), e);
        }
    }

    private String needs() {
        List<Service> services = model.services().stream()
                .filter(service -> (service instanceof BuiltService built && (built.needsEngine() || built.isLoaded()))
                        || model.environmentOf(service)
                                .filter(DockerCompose.class::isInstance)
                                .isPresent())
                .toList();
        String others = services.stream()
                .skip(1)
                .map(service -> "'%s' (%s)".formatted(service.name(), service.origin()))
                .collect(Collectors.joining(", "));
        return services.isEmpty()
                ? ""
                : "%s: '%s' needs a container engine%s. "
                        .formatted(
                                services.get(0).origin(),
                                services.get(0).name(),
                                others.isEmpty() ? "" : ", as others do: " + others);
    }
}
