package io.github.aspirejava.maven.checks;

import io.github.aspirejava.run.StepException;
import java.util.Collection;

/** What has to hold before steps are started. */
@FunctionalInterface
public interface TargetCheck {
    /**
     * Checks what {@code targets} and all that they wait for need.
     *
     * @throws StepException if something is missing, with all of it and what to do about each
     */
    void check(Collection<String> targets) throws StepException;
}
