package io.github.aspirejava.run;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.steps.Step;
import java.util.List;

/** What an action knows of the step that it does. */
public interface StepContext {
    /** The step itself. */
    Step step();

    /** Says when the step is no longer wanted. */
    Cancellation cancellation();

    /** Tells whoever watches the run what the step is doing. */
    void progress(String message);

    /** The results of that type of the steps that this one directly waits for, in the order of their names. */
    <T extends StepResult> List<T> results(Class<T> type);

    /**
     * The only result of that type of the steps that this one directly waits for.
     *
     * @throws IllegalStateException if there is none or more than one: the graph does not fit the actions
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
     * The result of that type of a step that this one directly waits for.
     *
     * @throws IllegalStateException if that step has none: the graph does not fit the actions
     */
    <T extends StepResult> T result(String step, Class<T> type);
}
