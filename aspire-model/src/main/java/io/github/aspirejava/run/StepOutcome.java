package io.github.aspirejava.run;

/** How a step ended. */
public sealed interface StepOutcome {
    /** Its action has returned. */
    record Succeeded(StepResult result) implements StepOutcome {}

    /** Its action has thrown. */
    record Failed(Throwable error) implements StepOutcome {}

    /**
     * It was not started because a step that it waits for, directly or not, failed.
     *
     * @param because the name of the step that failed
     */
    record Skipped(String because) implements StepOutcome {}

    /** The run was cancelled before it was started, or while its action ran. */
    record Cancelled() implements StepOutcome {}

    /** The outcome without its details. */
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
