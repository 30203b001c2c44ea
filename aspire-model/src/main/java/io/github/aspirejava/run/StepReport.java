package io.github.aspirejava.run;

import io.github.aspirejava.steps.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * How one step went.
 *
 * @param start when it began, from the beginning of the run; for a step that never began, when that was decided
 * @param duration how long it took; zero for a step that never began
 */
public record StepReport(Step step, StepOutcome outcome, Duration start, Duration duration) {
    /** The outcome without its details. */
    public StepState state() {
        return outcome.state();
    }

    /** Why the step failed, in one sentence or more for people. */
    public Optional<String> reason() {
        return outcome instanceof StepOutcome.Failed failed
                ? Optional.of(Reasons.of(failed.error()))
                : Optional.empty();
    }

    /** The step whose failure is why this one was skipped. */
    public Optional<String> because() {
        return outcome instanceof StepOutcome.Skipped skipped ? Optional.of(skipped.because()) : Optional.empty();
    }
}
