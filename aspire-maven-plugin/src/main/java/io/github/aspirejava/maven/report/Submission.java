package io.github.aspirejava.maven.report;

import io.github.aspirejava.run.RunReport;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Steps that a goal has handed over in a module without waiting for them.
 *
 * @param targets the steps, not those that they wait for
 * @param run the run, which completes when they have ended
 */
public record Submission(MavenProject project, MojoExecution execution, List<String> targets, Future<RunReport> run) {
    /** Copies the list. */
    public Submission {
        targets = List.copyOf(targets);
    }
}
