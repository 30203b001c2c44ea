package io.github.aspirejava.builder.module;

import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.run.StepException;
import java.util.List;

/** Finds the compiled module or the artifact of a Java application, and its runtime class path. */
public interface JavaModules {
    /**
     * What {@code app} runs with, in the order of its class path. Nothing of this build has to be packaged for it.
     *
     * @throws StepException if there is no such module or artifact, or a dependency cannot be resolved
     */
    List<Library> libraries(JavaApp app) throws StepException;

    /**
     * Where the libraries of {@code app} will be in its image. Nothing has to be packaged for it.
     *
     * @throws StepException if there is no such module
     */
    ModuleOutput.Layout layout(JavaApp app) throws StepException;

    /**
     * The module or the artifact of {@code app}.
     *
     * @throws StepException if it is not packaged, or a dependency cannot be resolved
     */
    JavaModule find(JavaApp app) throws StepException;
}
