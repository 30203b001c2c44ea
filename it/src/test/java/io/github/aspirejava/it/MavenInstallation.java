package io.github.aspirejava.it;

import java.nio.file.Path;
import java.util.List;

/**
 * A Maven to build with.
 *
 * @param name its name in the name of a test
 * @param home its installation directory
 */
record MavenInstallation(String name, Path home) {

    /** Returns the Maven that runs this build. */
    static MavenInstallation running() {
        return new MavenInstallation("the running Maven", Path.of(Workspace.setting("aspire.it.maven.home")));
    }

    /** Returns the running Maven, the newest Maven 3, and Maven 4. */
    static List<MavenInstallation> all() {
        return List.of(
                running(),
                unpacked(Workspace.setting("aspire.it.maven.3")),
                unpacked(Workspace.setting("aspire.it.maven.4")));
    }

    /** Returns the newest Maven 3. */
    static MavenInstallation newest3() {
        return unpacked(Workspace.setting("aspire.it.maven.3"));
    }

    private static MavenInstallation unpacked(String version) {
        return new MavenInstallation("Maven " + version, Workspace.target("maven/apache-maven-" + version));
    }

    Path executable() {
        return home.resolve("bin").resolve("mvn");
    }

    @Override
    public String toString() {
        return name;
    }
}
