package io.github.aspirejava.maven.addons;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;

/**
 * The libraries of add-ons, as the plugin's own POM declares them: with scope {@code provided}, which Maven does not
 * resolve for a plugin. They are resolved from the same repositories as the plugin itself.
 */
public final class AddOnLibraries {
    private final RepositorySystem resolver;
    private final RepositorySystemSession session;
    private final Artifact plugin;
    private final List<RemoteRepository> repositories;

    /**
     * Creates the libraries of one plugin; nothing is resolved yet.
     *
     * @param plugin {@code groupId:artifactId:version}
     * @param repositories the plugin repositories
     */
    public AddOnLibraries(
            RepositorySystem resolver,
            RepositorySystemSession session,
            String plugin,
            List<RemoteRepository> repositories) {
        this.resolver = resolver;
        this.session = session;
        this.plugin = new DefaultArtifact(plugin);
        this.repositories = List.copyOf(repositories);
    }

    /**
     * Returns the jars that an add-on needs.
     *
     * @throws RepositoryException if one of them cannot be resolved
     */
    List<Path> of(OptionalAddOn addOn) throws RepositoryException {
        ArtifactDescriptorResult declared =
                resolver.readArtifactDescriptor(session, new ArtifactDescriptorRequest(plugin, repositories, "plugin"));
        CollectRequest request = new CollectRequest();
        request.setRequestContext("plugin");
        request.setRepositories(repositories);
        request.setManagedDependencies(declared.getManagedDependencies());
        declared.getDependencies().stream()
                .filter(dependency -> dependency.getScope().equals("provided"))
                .filter(dependency -> addOn.needs(dependency.getArtifact().getGroupId()))
                .map(AddOnLibraries::atRunTime)
                .forEach(request::addDependency);
        return resolver.resolveDependencies(session, new DependencyRequest(request, null)).getArtifactResults().stream()
                .map(ArtifactResult::getArtifact)
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }

    private static Dependency atRunTime(Dependency dependency) {
        return dependency.setScope("runtime");
    }
}
