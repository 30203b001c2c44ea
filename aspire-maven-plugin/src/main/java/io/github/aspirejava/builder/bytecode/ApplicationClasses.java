package io.github.aspirejava.builder.bytecode;

import io.github.aspirejava.builder.content.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The class files of an application's own jar, or of a directory inside an archive. Classes for a newer Java in a
 * multi-release jar and module descriptors do not count: an older Java does not read them.
 *
 * @param directory the directory of the classes in the archive, with a slash at its end; empty for all of a jar
 */
public record ApplicationClasses(Path archive, String directory) {
    private static final String SUFFIX = ".class";

    /** Returns whether there is a class of this name, written with dots. */
    public boolean contains(String className) throws IOException {
        try (ZipFile file = Archive.open(archive)) {
            return file.getEntry(directory + className.replace('.', '/') + SUFFIX) != null;
        }
    }

    /** Returns whether the class of this name, which exists, has no main method that Java can start. */
    public boolean hasNoMainMethod(String className) throws IOException {
        try (ZipFile file = Archive.open(archive)) {
            ZipEntry entry = file.getEntry(directory + className.replace('.', '/') + SUFFIX);
            try (InputStream content = file.getInputStream(entry)) {
                return MainMethod.isMissing(content.readAllBytes());
            }
        }
    }

    /** Returns the names of the classes that Java can start, sorted. */
    public List<String> mainClasses() throws IOException {
        List<String> found = new ArrayList<>();
        try (ZipFile file = Archive.open(archive)) {
            for (ZipEntry entry : classes(file)) {
                try (InputStream content = file.getInputStream(entry)) {
                    MainMethod.of(content.readAllBytes()).ifPresent(found::add);
                }
            }
        }
        return found.stream().sorted().toList();
    }

    /** Returns the lowest Java release that runs all classes; 0 if there are no classes. */
    public int release() throws IOException {
        int newest = 0;
        try (ZipFile file = Archive.open(archive)) {
            for (ZipEntry entry : classes(file)) {
                newest = Math.max(newest, ClassFileVersion.release(file, entry));
            }
        }
        return newest;
    }

    private List<? extends ZipEntry> classes(ZipFile file) {
        Predicate<ZipEntry> isClass = entry -> isClass(entry.getName());
        return file.stream().filter(isClass).toList();
    }

    private boolean isClass(String entry) {
        String name = entry.startsWith(directory) ? entry.substring(directory.length()) : "";
        return name.endsWith(SUFFIX) && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }
}
