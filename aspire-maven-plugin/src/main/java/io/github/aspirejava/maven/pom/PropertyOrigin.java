package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.InputLocation;
import org.apache.maven.project.MavenProject;

/** Tells where the property of a project stands. */
public final class PropertyOrigin {
    private PropertyOrigin() {}

    /**
     * The position in the POM, or in the one that it is inherited from; the project's POM as a whole if Maven does not
     * tell.
     *
     * @param start the directory that Maven was started in, which files are relative to
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
