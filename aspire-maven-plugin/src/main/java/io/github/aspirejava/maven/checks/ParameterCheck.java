package io.github.aspirejava.maven.checks;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.AzureEnvironment;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that every parameter has a value that the requested steps need; parameters of other steps need no value. */
public final class ParameterCheck implements TargetCheck {
    private final AppModel model;
    private final StepGraph graph;

    public ParameterCheck(AppModel model, StepGraph graph) {
        this.model = model;
        this.graph = graph;
    }

    @Override
    public void check(Collection<String> targets) throws StepException {
        Set<String> resources = new TreeSet<>();
        for (Step step : graph.closure(targets).steps()) {
            step.resource().ifPresent(resources::add);
            if (step.kind() == StepKind.PUBLISH) {
                resources.addAll(published());
            }
        }
        List<Parameter> missing = model.missingParameters(resources);
        if (!missing.isEmpty()) {
            throw new StepException(
                    missing.stream().map(ParameterCheck::message).collect(Collectors.joining("\n")));
        }
    }

    /** Returns the parameters that the templates need: templates are written for all resources, not for one. */
    private List<String> published() {
        return Stream.concat(model.registries().stream(), model.azureEnvironments().stream())
                .filter(resource -> resource instanceof AzureContainerRegistry || resource instanceof AzureEnvironment)
                .map(Resource::name)
                .toList();
    }

    private static String message(Parameter parameter) {
        String description = parameter.description().isEmpty() ? "" : " (%s)".formatted(parameter.description());
        return "%s: The parameter '%s'%s has no value. Set -D%s=… or the environment variable %s."
                .formatted(
                        parameter.origin(),
                        parameter.name(),
                        description,
                        parameter.property(),
                        parameter.environmentVariable());
    }
}
