package io.github.aspirejava.maven.modules;

import io.github.aspirejava.builder.module.ClasspathJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The libraries that a jar contains unpacked, as a shaded or assembled one does: recognized by the names of their
 * entries.
 */
final class HeldLibraries {
    /** The number of a library's entries that are compared; a plugin that packs libraries takes all entries or none. */
    private static final int SAMPLE = 64;

    /** The only directory in the libraries of web pages, such as WebJars. */
    private static final String WEB_RESOURCES = "META-INF/resources/";

    private final Set<String> entries = new HashSet<>();
    private final List<ClasspathJar> missing = new ArrayList<>();
    private boolean any;

    private HeldLibraries(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            file.stream().map(ZipEntry::getName).forEach(entries::add);
        }
    }

    /** Searches a jar for the libraries of a class path. */
    static HeldLibraries in(Path jar, List<ClasspathJar> classpath) throws IOException {
        HeldLibraries held = new HeldLibraries(jar);
        List<ClasspathJar> empty = new ArrayList<>();
        for (ClasspathJar library : classpath) {
            List<String> sample = sample(library.file());
            if (sample.isEmpty()) {
                empty.add(library);
            } else if (held.entries.containsAll(sample)) {
                held.any = true;
            } else {
                held.missing.add(library);
            }
        }
        if (!held.any) {
            held.missing.addAll(empty);
        }
        return held;
    }

    /** Returns whether the jar contains one of them. */
    boolean any() {
        return any;
    }

    /** Returns whether the jar contains all of them. */
    boolean all() {
        return missing.isEmpty();
    }

    /** Returns those of {@code classpath} that the jar does not contain, in its order. */
    List<ClasspathJar> missing(List<ClasspathJar> classpath) {
        return classpath.stream().filter(missing::contains).toList();
    }

    /** Returns whether the jar contains a file in one of these packages, which are written with slashes. */
    boolean hasPackage(List<String> packages) {
        return packages.stream().anyMatch(name -> entries.stream().anyMatch(entry -> entry.startsWith(name)));
    }

    private static List<String> sample(Path library) throws IOException {
        try (ZipFile file = new ZipFile(library.toFile())) {
            List<String> files = file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.endsWith("/"))
                    .toList();
            List<String> names = files.stream()
                    .filter(name -> name.contains("/") && !name.startsWith("META-INF/"))
                    .toList();
            if (names.isEmpty()) {
                names = files.stream()
                        .filter(name -> name.startsWith(WEB_RESOURCES))
                        .toList();
            }
            int step = Math.max(1, names.size() / SAMPLE);
            List<String> sample = new ArrayList<>();
            for (int i = 0; i < names.size(); i += step) {
                sample.add(names.get(i));
            }
            return sample;
        }
    }
}
