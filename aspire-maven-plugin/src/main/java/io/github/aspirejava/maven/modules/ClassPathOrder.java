package io.github.aspirejava.maven.modules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/** The order in which Maven puts what it has resolved on a runtime class path. */
final class ClassPathOrder {
    private ClassPathOrder() {}

    /** A dependency before its own dependencies; the first mention counts. */
    static List<Artifact> below(DependencyNode root) {
        Map<String, Artifact> ordered = new LinkedHashMap<>();
        collect(root, ordered);
        return List.copyOf(ordered.values());
    }

    private static void collect(DependencyNode parent, Map<String, Artifact> ordered) {
        for (DependencyNode node : parent.getChildren()) {
            if (contains(node.getDependency())) {
                Artifact artifact = node.getArtifact();
                String key =
                        "%s:%s:%s".formatted(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier());
                if (ordered.putIfAbsent(key, artifact) == null) {
                    collect(node, ordered);
                }
            }
        }
    }

    /** Whether a dependency is on a runtime class path at all. */
    static boolean contains(Dependency dependency) {
        return dependency != null
                && (dependency.getScope().equals("compile")
                        || dependency.getScope().equals("runtime"))
                && dependency.getArtifact().getExtension().equals("jar");
    }
}
