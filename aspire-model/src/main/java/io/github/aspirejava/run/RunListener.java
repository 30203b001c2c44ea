package io.github.aspirejava.run;

import io.github.aspirejava.steps.Step;

/**
 * A listener that is notified of the progress of a run. Calls come from several threads at once, but for one step in
 * order, and a step's end before the beginning of its dependents. An exception that it throws completes the run's
 * future exceptionally, when all steps have ended.
 */
public interface RunListener {
    /** A listener that does nothing. */
    RunListener NONE = new RunListener() {};

    /** Called before a step's action is run. */
    default void started(Step step) {}

    /** Called with a progress message of a running step. */
    default void progressed(Step step, String message) {}

    /** Called when a step has ended, or will never begin. */
    default void ended(StepReport report) {}
}
