package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * Checks that every parameter has a value which the steps that were asked for need; a step that is not asked for needs
 * none.
 */
final class ProcessParametersAction implements StepAction {
    private final AppModel model;
    private final StepGraph graph;
    private final Set<String> targets = new ConcurrentSkipListSet<>();

    ProcessParametersAction(AppModel model, StepGraph graph) {
        this.model = model;
        this.graph = graph;
    }

    /** Adds to what is asked for, before it is run. */
    void expect(Set<String> moreTargets) {
        targets.addAll(moreTargets);
    }

    @Override
    public StepResult run(StepContext context) throws StepException {
        check();
        return StepResult.NONE;
    }

    /**
     * Checks the parameters of everything that was asked for up to now.
     *
     * @throws StepException if some have no value, with all of them and how to set each
     */
    void check() throws StepException {
        Set<String> resources = new TreeSet<>();
        for (Step step : graph.closure(targets).steps()) {
            step.resource().ifPresent(resources::add);
        }
        List<Parameter> missing = model.missingParameters(resources);
        if (!missing.isEmpty()) {
            throw new StepException(missing.stream()
                    .map(parameter ->
                            "%s: The parameter '%s'%s has no value. Set -D%s=… or the environment variable %s."
                                    .formatted(
                                            parameter.origin(),
                                            parameter.name(),
                                            parameter.description().isEmpty()
                                                    ? ""
                                                    : " (%s)".formatted(parameter.description()),
                                            parameter.property(),
                                            parameter.environmentVariable()))
                    .collect(Collectors.joining("\n")));
        }
    }
}
