package io.github.aspirejava.maven.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;

/**
 * Writes the class path of each module, as the plugin plans it, to {@code class-path.txt} beside its POM. It needs no
 * jars: collected dependencies are not resolved.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class ClassPathsMojo extends AbstractMojo {
    private MavenSession session;

    @Inject
    private ProjectDependenciesResolver resolver;

    @Override
    public void execute() throws MojoExecutionException {
        ClassPaths classPaths =
                new ClassPaths(new BuildModules(session), this::collect, session.getRepositorySession());
        for (MavenProject project : session.getProjects()) {
            try {
                List<String> lines = new ArrayList<>();
                for (Artifact artifact : classPaths.of(project)) {
                    lines.add(line(artifact));
                }
                Files.write(Path.of(project.getBasedir().getPath(), "class-path.txt"), lines);
            } catch (IOException e) {
                throw new MojoExecutionException(project + ": " + e.getMessage(), e);
            }
        }
    }

    private DependencyResolutionResult collect(org.apache.maven.project.DependencyResolutionRequest request)
            throws DependencyResolutionException {
        DefaultDependencyResolutionRequest collecting =
                new DefaultDependencyResolutionRequest(request.getMavenProject(), request.getRepositorySession());
        collecting.setResolutionFilter((node, parents) -> false);
        return resolver.resolve(collecting);
    }

    private static String line(Artifact artifact) {
        String classifier = artifact.getClassifier().isEmpty() ? "" : artifact.getClassifier() + ':';
        return "%s:%s:%s:%s%s"
                .formatted(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getProperty(ArtifactProperties.TYPE, artifact.getExtension()),
                        classifier,
                        artifact.getVersion());
    }
}
