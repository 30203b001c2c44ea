package io.github.aspirejava.run;

import io.github.aspirejava.steps.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * The report of one step.
 *
 * @param start the time of its beginning, from the beginning of the run; for a step that never began, the time of that
 *     decision
 * @param duration the time that it took; zero for a step that never began
 */
public record StepReport(Step step, StepOutcome outcome, Duration start, Duration duration) {
    /** Returns the outcome without its details. */
    public StepState state() {
        return outcome.state();
    }

    /** Returns the reason of the step's failure, in one sentence or more for human readers. */
    public Optional<String> reason() {
        return outcome instanceof StepOutcome.Failed failed
                ? Optional.of(Reasons.of(failed.error()))
                : Optional.empty();
    }

    /** Returns the step whose failure caused this one to be skipped. */
    public Optional<String> because() {
        return outcome instanceof StepOutcome.Skipped skipped ? Optional.of(skipped.because()) : Optional.empty();
    }
}
