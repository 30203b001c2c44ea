package io.github.aspirejava.run;

/** What a step leaves to those that wait for it: a value of a type of its own, such as a built image. */
public interface StepResult {
    /** Of a step that only has an effect. */
    StepResult NONE = new StepResult() {
        @Override
        public String toString() {
            return "nothing";
        }
    };
}
