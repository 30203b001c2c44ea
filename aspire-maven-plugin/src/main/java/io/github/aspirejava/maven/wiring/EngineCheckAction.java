package io.github.aspirejava.maven.wiring;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks for a container engine; if none is found, the message lists the services that need one, and the places where
 * they are declared.
 */
final class EngineCheckAction implements StepAction {
    private final StepAction search;
    private final AppModel model;

    EngineCheckAction(StepAction search, AppModel model) {
        this.search = search;
        this.model = model;
    }

    @Override
    public StepResult run(StepContext context) throws Exception {
        try {
            return search.run(context);
        } catch (StepException e) {
            throw new StepException(needs() + e.getMessage(), e);
        }
    }

    private String needs() {
        List<BuiltService> services = model.builtServices().stream()
                .filter(service -> service.needsEngine() || service.isLoaded())
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
