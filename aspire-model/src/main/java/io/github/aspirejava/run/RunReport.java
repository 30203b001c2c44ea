package io.github.aspirejava.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The report of a run.
 *
 * @param duration the time from its beginning to the end of its last step
 * @param steps all steps that have ended, in the order of their graph
 */
public record RunReport(Instant started, Duration duration, List<StepReport> steps) {
    /** Copies the list. */
    public RunReport {
        steps = List.copyOf(steps);
    }

    /** Returns the report of the step of that name, if it has ended. */
    public Optional<StepReport> find(String step) {
        return steps.stream()
                .filter(report -> report.step().name().equals(step))
                .findFirst();
    }

    /** Returns the steps that ended in that state, in the order of their graph. */
    public List<StepReport> in(StepState state) {
        return steps.stream().filter(report -> report.state() == state).toList();
    }

    /** Returns whether every step succeeded. */
    public boolean succeeded() {
        return steps.stream().allMatch(report -> report.state() == StepState.SUCCEEDED);
    }
}
