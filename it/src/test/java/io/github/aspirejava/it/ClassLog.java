package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Makes a JVM write down where it loads its classes from, and reads it. */
final class ClassLog {
    private static final String NAME = "classes.log";

    private ClassLog() {}

    /** The value of {@code JAVA_TOOL_OPTIONS} with which a JVM writes its log into a directory, as it sees it. */
    static String options(String directory) {
        // What the second compiler takes, so short a run does not give back.
        return "-XX:TieredStopAtLevel=1 -Xlog:class+load=info:file=%s/%s:none:filecount=0".formatted(directory, NAME);
    }

    /** The locations of the classes that did not come from the JDK: of a file, or of one in another. */
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
