package io.github.aspirejava.run;

/** The action for the steps of one kind. */
@FunctionalInterface
public interface StepAction {
    /** The action of steps that are only a name for others. */
    StepAction NOTHING = context -> StepResult.NONE;

    /**
     * Runs a step; called at most once for each, on a thread of the runner's pool.
     *
     * @return the result for the dependents of this step
     * @throws Exception if the step fails. A {@link StepException}'s message is shown to users unchanged.
     */
    StepResult run(StepContext context) throws Exception;
}
