package io.github.aspirejava.builder.module;

import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.run.StepException;
import java.nio.file.Path;

/** Finds the files of artifacts of repositories. */
@FunctionalInterface
public interface ArtifactFiles {
    /**
     * Returns the file of an artifact, without its dependencies.
     *
     * @throws StepException if it cannot be resolved
     */
    Path file(JavaSource.Artifact artifact) throws StepException;
}
