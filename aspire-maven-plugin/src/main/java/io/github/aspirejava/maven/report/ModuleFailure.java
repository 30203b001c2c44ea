package io.github.aspirejava.maven.report;

import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Steps of a module that were handed over in its turn and have not succeeded.
 *
 * @param project the module
 * @param execution the goal that handed them over
 * @param message the message for the user
 * @param errors the exceptions, for {@code -e}
 */
public record ModuleFailure(MavenProject project, MojoExecution execution, String message, List<Throwable> errors) {
    /** Copies the list. */
    public ModuleFailure {
        errors = List.copyOf(errors);
    }
}
