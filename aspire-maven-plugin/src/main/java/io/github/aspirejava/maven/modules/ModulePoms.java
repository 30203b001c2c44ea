package io.github.aspirejava.maven.modules;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenWorkspaceReader;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/**
 * Provides the resolver with the POMs of modules that this build leaves out. Maven 3 does not do so: it treats such a
 * module as an artifact of a repository and, if it was never installed, as one without dependencies.
 */
final class ModulePoms implements MavenWorkspaceReader {
    private final WorkspaceReader ofMaven;
    private final BuildModules modules;

    private ModulePoms(WorkspaceReader ofMaven, BuildModules modules) {
        this.ofMaven = ofMaven;
        this.modules = modules;
    }

    /** Returns the session in which all modules are known. */
    static RepositorySystemSession seenBy(RepositorySystemSession session, BuildModules modules) {
        WorkspaceReader ofMaven = session.getWorkspaceReader();
        if (ofMaven == null
                || modules.leftOut().stream().allMatch(module -> ofMaven.findArtifact(pom(module)) != null)) {
            return session;
        }
        return new DefaultRepositorySystemSession(session).setWorkspaceReader(new ModulePoms(ofMaven, modules));
    }

    private static Artifact pom(MavenProject module) {
        return new DefaultArtifact(module.getGroupId(), module.getArtifactId(), "pom", module.getVersion());
    }

    @Override
    public @Nullable Model findModel(Artifact artifact) {
        Optional<MavenProject> module = module(artifact);
        return module.isPresent() ? module.get().getModel() : modelOfMaven(artifact);
    }

    /**
     * Returns the module of an artifact. By the time of this request the resolver may have found a snapshot of the
     * module in a repository.
     */
    private Optional<MavenProject> module(Artifact artifact) {
        return modules.find(artifact.setVersion(artifact.getBaseVersion()));
    }

    private @Nullable Model modelOfMaven(Artifact artifact) {
        return ofMaven instanceof MavenWorkspaceReader models ? models.findModel(artifact) : null;
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        File file = ofMaven.findArtifact(artifact);
        Optional<MavenProject> module = module(artifact);
        return file == null && artifact.getExtension().equals("pom") && module.isPresent()
                ? module.get().getFile()
                : file;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return ofMaven.findVersions(artifact);
    }

    @Override
    public WorkspaceRepository getRepository() {
        return ofMaven.getRepository();
    }
}
