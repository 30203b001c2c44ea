package io.github.aspirejava.maven.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * A file that a module is packaged as.
 *
 * @param classifier the classifier; empty for the main artifact
 * @param extension the extension, such as {@code jar} or {@code war}
 * @param file the file, which exists
 */
public record PackagedFile(String classifier, String extension, Path file) {
    private static final Set<String> NOT_RUN = Set.of("sources", "javadoc", "tests", "test-sources", "test-javadoc");

    /**
     * Creates an entry for a file that is not an artifact of its module. Its classifier is the difference between its
     * name and the module's, or else its whole name, since without a classifier it would be the main artifact.
     */
    static PackagedFile unattached(String finalName, Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String classifier = base.startsWith(finalName + '-') ? base.substring(finalName.length() + 1) : base;
        return new PackagedFile(classifier, dot < 0 ? "" : name.substring(dot + 1), file);
    }

    boolean isMain() {
        return classifier.isEmpty();
    }

    /** Returns an attribute of the main section of its manifest. */
    Optional<String> attribute(String name) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(name));
        }
    }

    /** Returns whether it may be an application, by its name alone. */
    boolean mayRun() {
        return (extension.equals("jar") || extension.equals("war")) && !NOT_RUN.contains(classifier);
    }
}
