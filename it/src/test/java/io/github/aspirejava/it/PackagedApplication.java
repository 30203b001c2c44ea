package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application as its build has packaged it.
 *
 * @param artifact the content of the started artifact
 * @param libraries the digest of each library on its class path, by its name
 * @param beside the names of the libraries that are in a directory of their own
 */
record PackagedApplication(JarContent artifact, Map<String, String> libraries, Map<String, JarContent> beside) {
    /** The innermost file of a location, such as {@code b.jar} of {@code jar:nested:/a.jar/!BOOT-INF/lib/b.jar!/}. */
    private static final Pattern INNERMOST = Pattern.compile(".*[/!]([^/!]+\\.jar)\\b");

    static PackagedApplication of(Path artifact, Path libraries) {
        try {
            JarContent content = JarContent.of(Files.readAllBytes(artifact));
            Map<String, String> names = new TreeMap<>(content.libraries());
            Map<String, JarContent> beside = new TreeMap<>();
            if (!libraries.equals(artifact)) {
                for (Path jar : jarsBelow(libraries)) {
                    if (!jar.equals(artifact)) {
                        JarContent library = JarContent.of(Files.readAllBytes(jar));
                        beside.put(jar.getFileName().toString(), library);
                        names.put(jar.getFileName().toString(), library.digest());
                    }
                }
            }
            return new PackagedApplication(content, names, beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> jarsBelow(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).collect(Collectors.toSet());
        }
    }

    /** Returns the libraries among these locations, without those of the application's runtime. */
    Set<String> librariesAmong(Set<String> locations) {
        Set<String> names = new TreeSet<>();
        for (String location : locations) {
            Matcher matcher = INNERMOST.matcher(location);
            if (matcher.find() && libraries.containsKey(matcher.group(1))) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    /**
     * Returns the names of the library with these bytes or, where times in it differ, these classes; empty if it is not
     * a library.
     */
    Set<String> names(JarContent jar) {
        return libraries.entrySet().stream()
                .filter(library -> library.getValue().equals(jar.digest()) || hasClassesOf(library.getKey(), jar))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean hasClassesOf(String library, JarContent jar) {
        return beside.containsKey(library)
                && !jar.classes().isEmpty()
                && beside.get(library).classes().equals(jar.classes());
    }

    /** Returns whether all runnable content of a jar is the application's own, to the byte. */
    boolean contains(JarContent jar) {
        return artifact.classes().entrySet().containsAll(jar.classes().entrySet());
    }
}
