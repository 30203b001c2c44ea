package io.github.aspirejava.maven.overlap;

import io.github.aspirejava.maven.report.ModuleFailure;
import io.github.aspirejava.text.PrintableFailure;
import java.util.List;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSummary;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecutionException;

/** Marks modules as failed after Maven has recorded them as built. */
final class FailedModules {
    private FailedModules() {}

    /**
     * Records failures as Maven itself does when a goal fails: its summary, its error messages, the hint how to resume
     * and its exit code are derived from these records.
     */
    static void note(List<ModuleFailure> failures, MavenExecutionResult result) {
        for (ModuleFailure failure : failures) {
            if (isNoted(failure, result)) {
                continue;
            }
            MojoExecutionException cause = new MojoExecutionException(failure.message());
            failure.errors().forEach(error -> cause.addSuppressed(PrintableFailure.of(error)));
            LifecycleExecutionException exception =
                    new LifecycleExecutionException(failure.execution(), failure.project(), cause);
            result.addException(exception);
            BuildSummary before = result.getBuildSummary(failure.project());
            if (!(before instanceof BuildFailure)) {
                long time = before == null ? 0 : before.getTime();
                result.addBuildSummary(new BuildFailure(failure.project(), time, exception));
            }
        }
    }

    /** Returns whether the goal itself has failed for the same reason. */
    private static boolean isNoted(ModuleFailure failure, MavenExecutionResult result) {
        return result.getExceptions().stream()
                .anyMatch(exception -> String.valueOf(exception.getMessage()).contains(failure.message()));
    }
}
