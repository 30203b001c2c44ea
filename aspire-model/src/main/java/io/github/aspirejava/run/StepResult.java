package io.github.aspirejava.run;

/** The result of a step for its dependents: a value of a specific type, such as a built image. */
public interface StepResult {
    /** The result of a step that only has an effect. */
    StepResult NONE = new StepResult() {
        @Override
        public String toString() {
            return "nothing";
        }
    };
}
