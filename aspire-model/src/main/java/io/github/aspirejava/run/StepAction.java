package io.github.aspirejava.run;

/** What is done for the steps of one kind. */
@FunctionalInterface
public interface StepAction {
    /** The action of steps that are only a name for others. */
    StepAction NOTHING = context -> StepResult.NONE;

    /**
     * Does a step; runs at most once for each, on a thread of the runner's pool.
     *
     * @return what the steps that wait for this one can use
     * @throws Exception if the step fails. A {@link StepException}'s message is for people as it is.
     */
    StepResult run(StepContext context) throws Exception;
}
