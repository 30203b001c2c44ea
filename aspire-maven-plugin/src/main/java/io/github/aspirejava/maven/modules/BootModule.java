package io.github.aspirejava.maven.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.maven.project.MavenProject;

/**
 * A module that Spring Boot repackages. Libraries that it excludes by default are not planned into layers; the
 * repackaged archive determines the actual content of the image.
 */
final class BootModule {
    static final String PLUGIN = "spring-boot-maven-plugin";
    static final String GOAL = "repackage";
    private static final String JAR_TYPE = "Spring-Boot-Jar-Type";
    private static final Set<String> LEFT_OUT =
            Set.of("annotation-processor", "dependencies-starter", "development-tool");

    private BootModule() {}

    /** Returns whether the build of a module repackages it, by its POM alone. */
    static boolean isRepackaged(MavenProject project) {
        return !PluginSettings.of(project, PLUGIN, GOAL).isEmpty();
    }

    /** Returns whether a library declares itself useless in a packaged application. */
    static boolean leavesOut(Path library) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            Manifest manifest = jar.getManifest();
            String type = manifest == null ? null : manifest.getMainAttributes().getValue(JAR_TYPE);
            return type != null && LEFT_OUT.contains(type);
        }
    }
}
