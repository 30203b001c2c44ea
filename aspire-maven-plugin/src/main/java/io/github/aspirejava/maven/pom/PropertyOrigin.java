package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.InputLocation;
import org.apache.maven.project.MavenProject;

/** Locates the declaration of a project's property. */
public final class PropertyOrigin {
    private PropertyOrigin() {}

    /**
     * Returns the position in the POM or in the parent POM that declares the property; the project's POM as a whole if
     * Maven has not recorded a position.
     *
     * @param start the directory that Maven was started in, to which files are relative
     */
    public static Optional<Origin> of(MavenProject project, String name, Path start) {
        if (project.getFile() == null) {
            return Optional.empty();
        }
        PomFiles files = new PomFiles(start);
        Origin pom = files.origin(project.getFile().toPath());
        InputLocation properties = project.getModel().getLocation("properties");
        return Optional.of(properties == null ? pom : files.origin(properties.getLocation(name), pom));
    }
}
