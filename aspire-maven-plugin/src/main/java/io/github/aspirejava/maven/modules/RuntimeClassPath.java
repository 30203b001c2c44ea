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
 * What of the dependencies that Maven has resolved is on the runtime class path, and in which order: the same as
 * {@code MavenProject.getRuntimeClasspathElements} once Maven itself has resolved them for a goal. Of several versions
 * Maven keeps the nearest, with the widest of their scopes, so that a library may be there below a dependency that is
 * itself of scope test or provided, or of a type such as {@code pom} that is on no class path.
 */
final class RuntimeClassPath {
    private static final ScopeArtifactFilter SCOPE =
            new ScopeArtifactFilter(org.apache.maven.artifact.Artifact.SCOPE_RUNTIME);

    private RuntimeClassPath() {}

    /**
     * A session in which every snapshot has a file of its own. The resolver otherwise copies the one that was asked for
     * last to {@code ARTIFACT-VERSION-SNAPSHOT.jar}, and gives that to all who ask for another.
     */
    static DefaultRepositorySystemSession session(RepositorySystemSession ofMaven) {
        return new DefaultRepositorySystemSession(ofMaven)
                .setConfigProperty("aether.artifactResolver.snapshotNormalization", false);
    }

    /** What is on the class path of what {@code root} stands for, without that itself. */
    static List<Artifact> below(DependencyNode root) {
        Set<org.apache.maven.artifact.Artifact> artifacts = new LinkedHashSet<>();
        RepositoryUtils.toArtifacts(
                artifacts, root.getChildren(), List.of(), (node, parents) -> contains(node.getDependency()));
        return artifacts.stream().map(RepositoryUtils::toArtifact).toList();
    }

    /**
     * Whether a dependency is on a runtime class path at all: by its scope, and by what Maven knows of its type. The
     * root of a graph is nobody's dependency.
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
