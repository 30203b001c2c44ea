package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Derives the steps from a model. There is no barrier: {@code push-X} waits for the registry and the image of X and for
 * nothing else.
 *
 * <p>Each rule adds the steps of one concern; a rule refers to the steps of another only by their names.
 */
public final class StepPlanner {
    private StepPlanner() {}

    /**
     * Returns the steps of {@code model}.
     *
     * @param servicesToPackage the names of the services whose modules still have to be packaged
     * @throws InvalidGraphException if the names of two resources lead to equal names of steps
     */
    public static StepGraph plan(AppModel model, Set<String> servicesToPackage) {
        return plan(model, PlanScope.all(model, servicesToPackage));
    }

    /**
     * Returns the steps of {@code model} within a scope.
     *
     * @throws InvalidGraphException if the names of two resources lead to equal names of steps
     */
    public static StepGraph plan(AppModel model, PlanScope scope) {
        List<Step> steps = new ArrayList<>();
        PreparationSteps.plan(model, scope, steps::add);
        RegistrySteps.plan(model, steps::add);
        ImageSteps.plan(model, scope, steps::add);
        EnvironmentSteps.plan(model, steps::add);
        ComposeSteps.plan(model, steps::add);
        steps.addAll(AggregateSteps.over(steps, model));
        return StepGraph.of(steps);
    }
}
