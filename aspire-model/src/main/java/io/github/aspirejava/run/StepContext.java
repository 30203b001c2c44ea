package io.github.aspirejava.run;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.steps.Step;
import java.util.List;

/** The context of an action: the step that it runs, and the services of the run. */
public interface StepContext {
    /** Returns the step itself. */
    Step step();

    /** Returns the cancellation of the step. */
    Cancellation cancellation();

    /** Reports the progress of the step to the listeners of the run. */
    void progress(String message);

    /** Returns the results of that type of the steps that this one directly waits for, in the order of their names. */
    <T extends StepResult> List<T> results(Class<T> type);

    /**
     * Returns the only result of that type of the steps that this one directly waits for.
     *
     * @throws IllegalStateException if there is none or more than one: the graph does not match the actions
     */
    default <T extends StepResult> T result(Class<T> type) {
        List<T> results = results(type);
        if (results.size() != 1) {
            throw new IllegalStateException("Step '%s' waits for %d results of type %s instead of one"
                    .formatted(step().name(), results.size(), type.getSimpleName()));
        }
        return results.get(0);
    }

    /**
     * Returns the result of that type of a step that this one directly waits for.
     *
     * @throws IllegalStateException if that step has none: the graph does not match the actions
     */
    <T extends StepResult> T result(String step, Class<T> type);
}
