package io.github.aspirejava.maven.modules;

import io.github.aspirejava.concurrent.Memo;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;

/** The runtime class paths of modules, each resolved once by Maven's own resolver. */
final class ClassPaths {
    private final BuildModules modules;
    private final ProjectDependenciesResolver resolver;
    private final RepositorySystemSession repositories;
    private final Memo<MavenProject, List<Artifact>> planned = new Memo<>();
    private final Memo<MavenProject, List<Artifact>> packaged = new Memo<>();

    /** Creates the class paths of a build; nothing is resolved yet. */
    ClassPaths(BuildModules modules, ProjectDependenciesResolver resolver, RepositorySystemSession repositories) {
        this.modules = modules;
        this.resolver = resolver;
        this.repositories = ModulePoms.seenBy(RuntimeClassPath.session(repositories), modules);
    }

    /**
     * Returns the runtime class path of a module, in order. Artifacts from repositories have a file, and a snapshot the
     * version of that file; artifacts of modules have none, so that the modules need not be packaged.
     *
     * @throws IOException if an artifact cannot be resolved
     */
    List<Artifact> of(MavenProject project) throws IOException {
        return planned.get(
                project,
                () -> resolve(project, artifact -> modules.find(artifact).isPresent()));
    }

    /**
     * Returns the same once the module itself is packaged. Modules that this build does not package have a file then,
     * too: that of a repository.
     *
     * @throws IOException if an artifact cannot be resolved
     */
    List<Artifact> whenPackaged(MavenProject project) throws IOException {
        List<Artifact> before = of(project);
        if (before.stream().allMatch(artifact -> modules.find(artifact).equals(modules.packaged(artifact)))) {
            return before;
        }
        return packaged.get(
                project,
                () -> asModules(
                        before,
                        resolve(project, artifact -> modules.packaged(artifact).isPresent())));
    }

    private List<Artifact> resolve(MavenProject project, Predicate<Artifact> isElsewhere) throws IOException {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(asDeclared(project), repositories);
        request.setResolutionFilter((node, parents) ->
                RuntimeClassPath.contains(node.getDependency()) && !isElsewhere.test(node.getArtifact()));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            // As in Maven itself: types of dependencies that the module's build extensions define are known there only.
            if (project.getClassRealm() != null) {
                thread.setContextClassLoader(project.getClassRealm());
            }
            return RuntimeClassPath.below(resolver.resolve(request).getDependencyGraph());
        } catch (DependencyResolutionException e) {
            throw new FilteredException(String.valueOf(e.getMessage()), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Returns the project as its POM declares it. For a project whose dependencies a goal has resolved before, Maven's
     * resolver would return those, and a timestamped snapshot for any snapshot.
     */
    @SuppressWarnings({"deprecation", "NullAway"}) // null is Maven's own initial value
    private static MavenProject asDeclared(MavenProject project) {
        MavenProject declared = new MavenProject(project);
        declared.setDependencyArtifacts(null);
        return declared;
    }

    /**
     * Replaces the versions of modules: they are known by their own versions, not by a repository's timestamped version
     * of a snapshot.
     */
    private List<Artifact> asModules(List<Artifact> before, List<Artifact> resolved) {
        Map<String, String> versions = new HashMap<>();
        before.stream()
                .filter(artifact -> modules.find(artifact).isPresent())
                .forEach(module -> versions.put(ArtifactIdUtils.toVersionlessId(module), module.getVersion()));
        return resolved.stream()
                .map(artifact -> artifact.setVersion(
                        versions.getOrDefault(ArtifactIdUtils.toVersionlessId(artifact), artifact.getVersion())))
                .toList();
    }
}
