package io.github.aspirejava.run;

/** The outcome of a step. */
public sealed interface StepOutcome {
    /** The step's action has returned. */
    record Succeeded(StepResult result) implements StepOutcome {}

    /** The step's action has thrown an exception. */
    record Failed(Throwable error) implements StepOutcome {}

    /**
     * The step was not started because one of its direct or indirect dependencies failed.
     *
     * @param because the name of the step that failed
     */
    record Skipped(String because) implements StepOutcome {}

    /** The run was cancelled before the step was started, or while its action ran. */
    record Cancelled() implements StepOutcome {}

    /** Returns the outcome without its details. */
    default StepState state() {
        if (this instanceof Succeeded) {
            return StepState.SUCCEEDED;
        }
        if (this instanceof Failed) {
            return StepState.FAILED;
        }
        return this instanceof Skipped ? StepState.SKIPPED : StepState.CANCELLED;
    }
}
