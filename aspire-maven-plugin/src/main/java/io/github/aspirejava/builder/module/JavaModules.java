package io.github.aspirejava.builder.module;

import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.run.StepException;
import java.util.List;

/** Finds the compiled module or the artifact of a Java application, and its runtime class path. */
public interface JavaModules {
    /**
     * Returns the libraries on the runtime class path of {@code app}, in their order. No module of this build has to be
     * packaged for it.
     *
     * @throws StepException if there is no such module or artifact, or a dependency cannot be resolved
     */
    List<Library> libraries(JavaApp app) throws StepException;

    /**
     * Returns the layout of {@code app} in its image. Nothing has to be packaged for it.
     *
     * @throws StepException if there is no such module
     */
    ModuleOutput.Layout layout(JavaApp app) throws StepException;

    /**
     * Returns the module or the artifact of {@code app}.
     *
     * @throws StepException if it is not packaged, or a dependency cannot be resolved
     */
    JavaModule find(JavaApp app) throws StepException;
}
