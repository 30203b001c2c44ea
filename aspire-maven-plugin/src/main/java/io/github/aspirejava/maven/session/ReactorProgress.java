package io.github.aspirejava.maven.session;

import io.github.aspirejava.maven.plan.ExcludedModules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Tracks the modules in which a goal of the lifecycle has been executed, to determine the last one. Safe for {@code mvn
 * -T}.
 */
final class ReactorProgress {
    private final Map<String, Set<MavenProject>> passed = new HashMap<>();
    private final Map<String, List<MavenProject>> expected = new HashMap<>();

    /** Records that the goal is being executed in the session's current module. */
    synchronized void pass(MojoExecution execution, MavenProject project) {
        passed.computeIfAbsent(execution.getGoal(), goal -> new HashSet<>()).add(project);
    }

    /** Returns the modules in which the goal has been executed, or is being executed now. */
    synchronized Set<MavenProject> passed(MojoExecution execution) {
        return Set.copyOf(passed.getOrDefault(execution.getGoal(), Set.of()));
    }

    /**
     * Returns whether the goal will be executed in no further module. It is called in each module, so it stops at the
     * first one.
     */
    synchronized boolean isLast(MavenSession session, MojoExecution execution) {
        Set<MavenProject> done = passed.getOrDefault(execution.getGoal(), Set.of());
        ExcludedModules leftOut = ExcludedModules.of(session, execution);
        return expected.computeIfAbsent(execution.getGoal(), goal -> expected(session, execution)).stream()
                .allMatch(project -> done.contains(project) || leftOut.contains(project));
    }

    /** Returns the modules whose POM binds the goal. */
    private static List<MavenProject> expected(MavenSession session, MojoExecution execution) {
        return session.getProjects().stream()
                .filter(project -> project.getBuildPlugins().stream()
                        .filter(plugin ->
                                plugin.getKey().equals(execution.getPlugin().getKey()))
                        .flatMap(plugin -> plugin.getExecutions().stream())
                        .anyMatch(bound -> bound.getGoals().contains(execution.getGoal())))
                .toList();
    }
}
