package io.github.aspirejava.maven.checks;

import io.github.aspirejava.run.StepException;
import java.util.Collection;

/** A precondition for starting steps. */
@FunctionalInterface
public interface TargetCheck {
    /**
     * Checks the preconditions of {@code targets} and of all their dependencies.
     *
     * @throws StepException if any is not met; the message lists all of them with their remedies
     */
    void check(Collection<String> targets) throws StepException;
}
