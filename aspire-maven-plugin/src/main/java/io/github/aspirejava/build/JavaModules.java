package io.github.aspirejava.build;

import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.run.StepException;

/** Finds the compiled module and the runtime class path of a Java application. */
@FunctionalInterface
public interface JavaModules {
    /**
     * The module of {@code app}.
     *
     * @throws StepException if it is not packaged, or a dependency cannot be resolved
     */
    JavaModule find(JavaApp app) throws StepException;
}
