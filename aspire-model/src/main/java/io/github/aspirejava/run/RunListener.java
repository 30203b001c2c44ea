package io.github.aspirejava.run;

import io.github.aspirejava.steps.Step;

/**
 * Is told how a run goes. Calls come from several threads at once, but for one step in order, and a step's end before
 * the beginning of those that wait for it. What it throws the run's future ends with, when all steps have ended.
 */
public interface RunListener {
    /** Listens to nothing. */
    RunListener NONE = new RunListener() {};

    /** A step's action is about to be called. */
    default void started(Step step) {}

    /** A running step has something to say. */
    default void progressed(Step step, String message) {}

    /** A step has ended, or will never begin. */
    default void ended(StepReport report) {}
}
