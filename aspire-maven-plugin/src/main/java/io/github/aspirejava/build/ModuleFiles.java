package io.github.aspirejava.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that a module has made. */
final class ModuleFiles {
    private ModuleFiles() {}

    /** All files below a directory by their paths there, which are written with slashes. */
    static SortedMap<String, Path> below(Path directory) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        return files;
    }
}
