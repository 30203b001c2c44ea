package io.github.aspirejava.maven;

import io.github.aspirejava.maven.modules.RecordedArtifacts;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Records the files that each module is packaged as. For the plugin's own use: the step {@code package} runs it in the
 * Maven that it starts, and reads the record.
 */
@Mojo(name = "record-artifacts", threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class RecordArtifactsMojo extends ModelMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** The directory of the record. */
    @Parameter(defaultValue = "${aspire.record.directory}", readonly = true, required = true)
    private File directory;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            new RecordedArtifacts(directory.toPath()).write(project);
        } catch (IOException e) {
            throw new MojoExecutionException("The record of artifacts cannot be written: " + e.getMessage(), e);
        }
    }
}
