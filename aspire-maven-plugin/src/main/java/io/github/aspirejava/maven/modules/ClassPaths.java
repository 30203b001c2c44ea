package io.github.aspirejava.maven.modules;

import io.github.aspirejava.run.Once;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/** The runtime class paths of modules, each resolved once by Maven's own resolver. */
public final class ClassPaths {
    private final BuildModules modules;
    private final ProjectDependenciesResolver resolver;
    private final RepositorySystemSession repositories;
    private final ConcurrentMap<MavenProject, Once<List<Artifact>>> planned = new ConcurrentHashMap<>();
    private final ConcurrentMap<MavenProject, Once<List<Artifact>>> packaged = new ConcurrentHashMap<>();

    /** The class paths of a build; nothing is resolved yet. */
    public ClassPaths(
            BuildModules modules, ProjectDependenciesResolver resolver, RepositorySystemSession repositories) {
        this.modules = modules;
        this.resolver = resolver;
        this.repositories = ModulePoms.seenBy(repositories, modules);
    }

    /**
     * What a module runs with, in the order of its class path. What comes from repositories has a file; what comes from
     * modules has none, so that they need not be packaged.
     *
     * @throws IOException if something of it cannot be resolved
     */
    List<Artifact> of(MavenProject project) throws IOException {
        return planned.computeIfAbsent(project, p -> new Once<>())
                .get(() -> resolve(project, artifact -> modules.find(artifact).isPresent()));
    }

    /**
     * The same when the build has come so far that the module itself is packaged. Modules that this build does not
     * package have a file then, too: that of a repository.
     *
     * @throws IOException if something of it cannot be resolved
     */
    List<Artifact> whenPackaged(MavenProject project) throws IOException {
        if (of(project).stream().allMatch(artifact -> modules.find(artifact).equals(modules.packaged(artifact)))) {
            return of(project);
        }
        return packaged.computeIfAbsent(project, p -> new Once<>())
                .get(() ->
                        resolve(project, artifact -> modules.packaged(artifact).isPresent()));
    }

    private List<Artifact> resolve(MavenProject project, Predicate<Artifact> isElsewhere) throws IOException {
        DefaultDependencyResolutionRequest request = new DefaultDependencyResolutionRequest(project, repositories);
        request.setResolutionFilter(
                (node, parents) -> isOnClasspath(node.getDependency()) && !isElsewhere.test(node.getArtifact()));
        Map<String, Artifact> ordered = new LinkedHashMap<>();
        try {
            collect(resolver.resolve(request).getDependencyGraph(), ordered);
        } catch (DependencyResolutionException e) {
            throw new IOException(e.getMessage(), e);
        }
        return List.copyOf(ordered.values());
    }

    /**
     * Walks the graph the way Maven orders a class path: a dependency before its own dependencies, the first mention
     * counts.
     */
    private static void collect(DependencyNode parent, Map<String, Artifact> ordered) {
        for (DependencyNode node : parent.getChildren()) {
            if (isOnClasspath(node.getDependency())) {
                Artifact artifact = node.getArtifact();
                String key =
                        "%s:%s:%s".formatted(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier());
                if (ordered.putIfAbsent(key, artifact) == null) {
                    collect(node, ordered);
                }
            }
        }
    }

    private static boolean isOnClasspath(Dependency dependency) {
        return dependency != null
                && (dependency.getScope().equals("compile")
                        || dependency.getScope().equals("runtime"))
                && dependency.getArtifact().getExtension().equals("jar");
    }
}
