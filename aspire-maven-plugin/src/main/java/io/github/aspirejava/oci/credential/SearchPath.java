package io.github.aspirejava.oci.credential;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directories in which programs are searched. */
public final class SearchPath {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final List<String> SUFFIXES = WINDOWS ? List.of(".exe", ".cmd", ".bat") : List.of("");

    private final List<Path> directories;

    /** Reads the directories of the variable PATH, which Windows may spell Path. */
    public SearchPath(Map<String, String> environment) {
        this.directories = environment.entrySet().stream()
                .filter(variable -> WINDOWS
                        ? variable.getKey().equalsIgnoreCase("PATH")
                        : variable.getKey().equals("PATH"))
                .flatMap(variable -> SEPARATOR.splitAsStream(variable.getValue()))
                .flatMap(SearchPath::directory)
                .toList();
    }

    /** Returns an executable program. */
    public Optional<Path> find(String program) {
        return directories.stream()
                .flatMap(directory -> SUFFIXES.stream().map(suffix -> directory.resolve(program + suffix)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Omits relative directories: the program must not depend on the working directory in which Maven was started. */
    private static Stream<Path> directory(String name) {
        try {
            return Stream.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
