package io.github.aspirejava.maven.modules;

import java.nio.file.Path;
import java.util.Set;

/**
 * A file that a module is packaged as.
 *
 * @param classifier empty for the main artifact
 * @param extension such as {@code jar} or {@code war}
 * @param file the file, which exists
 */
public record PackagedFile(String classifier, String extension, Path file) {
    private static final Set<String> NOT_RUN = Set.of("sources", "javadoc", "tests", "test-sources", "test-javadoc");

    boolean isMain() {
        return classifier.isEmpty();
    }

    /** Whether it may be an application, by its name alone. */
    boolean mayRun() {
        return (extension.equals("jar") || extension.equals("war")) && !NOT_RUN.contains(classifier);
    }
}
