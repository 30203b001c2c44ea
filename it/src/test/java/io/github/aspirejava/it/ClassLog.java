package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Lets a JVM log the locations of its classes, and reads the log. */
final class ClassLog {
    private static final String NAME = "classes.log";

    private ClassLog() {}

    /**
     * Returns the value of {@code JAVA_TOOL_OPTIONS} with which a JVM writes its log to a directory, given by its path
     * in that JVM.
     */
    static String options(String directory) {
        // In such a short run the second compiler costs more than it saves.
        return "-XX:TieredStopAtLevel=1 -Xlog:class+load=info:file=%s/%s:none:filecount=0".formatted(directory, NAME);
    }

    /** Returns the locations of the classes that did not come from the JDK: a file, or a file within another one. */
    static Set<String> locations(Path directory) {
        Set<String> locations = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(directory.resolve(NAME))) {
                String location = line.substring(line.lastIndexOf(' ') + 1);
                if (line.contains(" source: ") && (location.startsWith("file:") || location.startsWith("jar:"))) {
                    locations.add(location);
                }
            }
            return locations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
