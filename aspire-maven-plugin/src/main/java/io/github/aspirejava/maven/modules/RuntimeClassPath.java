package io.github.aspirejava.maven.modules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.resolver.filter.ScopeArtifactFilter;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.jspecify.annotations.Nullable;

/**
 * Selects and orders the artifacts on the runtime class path from the dependencies that Maven has resolved: with the
 * same result as {@code MavenProject.getRuntimeClasspathElements} once Maven itself has resolved them for a goal. Of
 * several versions Maven keeps the nearest, with the widest of their scopes, so that a library may be there below a
 * dependency that is itself of scope test or provided, or of a type such as {@code pom} that is on no class path.
 */
final class RuntimeClassPath {
    private static final ScopeArtifactFilter SCOPE =
            new ScopeArtifactFilter(org.apache.maven.artifact.Artifact.SCOPE_RUNTIME);

    private RuntimeClassPath() {}

    /**
     * Returns a session in which every snapshot has a file of its own. Otherwise the resolver copies the snapshot that
     * was requested last to {@code ARTIFACT-VERSION-SNAPSHOT.jar}, and returns that file for all others, too.
     */
    static DefaultRepositorySystemSession session(RepositorySystemSession ofMaven) {
        return new DefaultRepositorySystemSession(ofMaven)
                .setConfigProperty("aether.artifactResolver.snapshotNormalization", false);
    }

    /** Returns the class path of the artifact {@code root}, without the artifact itself. */
    static List<Artifact> below(DependencyNode root) {
        Set<org.apache.maven.artifact.Artifact> artifacts = new LinkedHashSet<>();
        RepositoryUtils.toArtifacts(
                artifacts, root.getChildren(), List.of(), (node, parents) -> contains(node.getDependency()));
        return artifacts.stream().map(RepositoryUtils::toArtifact).toList();
    }

    /**
     * Returns whether a dependency is on a runtime class path at all: by its scope, and by Maven's definition of its
     * type. The root of a graph has no dependency.
     */
    static boolean contains(@Nullable Dependency dependency) {
        if (dependency == null) {
            return false;
        }
        org.apache.maven.artifact.Artifact artifact = RepositoryUtils.toArtifact(dependency.getArtifact());
        artifact.setScope(dependency.getScope());
        return SCOPE.include(artifact) && artifact.getArtifactHandler().isAddedToClasspath();
    }
}
