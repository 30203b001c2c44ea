package io.github.aspirejava.maven.plan;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Tracks the modules that Maven has packaged so far, in a build in which it does so. Safe for {@code mvn -T}. */
public final class PackagedModules {
    /** The phases after the one that packages: a goal that is bound to one of them runs later. */
    private static final List<String> LATER =
            List.of("pre-integration-test", "integration-test", "post-integration-test", "verify", "install", "deploy");

    private final Set<MavenProject> passed = ConcurrentHashMap.newKeySet();

    /** Records that a goal is being executed in a module. */
    public void pass(MojoExecution execution, MavenProject project) {
        String phase = execution.getLifecyclePhase();
        if (phase != null && (LATER.contains(phase) || (isPackaging(phase) && isPom(project)))) {
            passed.add(project);
        }
    }

    private static boolean isPackaging(String phase) {
        return phase.equals("package");
    }

    private static boolean isPom(MavenProject project) {
        return project.getPackaging().equals("pom");
    }

    /** Returns whether Maven has packaged a module in this session. */
    boolean contains(MavenProject project, MavenSession session) {
        return passed.contains(project)
                || session.getResult().getBuildSummary(project) instanceof BuildSuccess
                || Stream.concat(Stream.of(project.getArtifact()), project.getAttachedArtifacts().stream())
                        .map(Artifact::getFile)
                        .anyMatch(file -> file != null && file.isFile());
    }
}
