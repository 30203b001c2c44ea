package io.github.aspirejava.build;

import com.google.cloud.tools.jib.api.MainClassFinder;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Finds the class of a module or a jar that has a {@code public static void main(String[])}. */
final class MainClass {
    private MainClass() {}

    static String find(String module, Collection<Path> classFiles) throws ImageBuildException {
        List<String> found = new ArrayList<>();
        int unreadable = 0;
        for (Path file : classFiles) {
            // One by one: the finder gives up at the first class that was compiled for a newer Java than it knows.
            try {
                found.addAll(MainClassFinder.find(List.of(file), event -> {}).getFoundMainClasses());
            } catch (UnsupportedOperationException e) {
                unreadable++;
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ImageBuildException(found.isEmpty() ? none(module, unreadable) : several(module, found));
    }

    /** What a jar says of itself in its manifest, or else the only class of it that can be run. */
    static String ofJar(String artifact, Path file) throws ImageBuildException, IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (named != null) {
                return named.strip();
            }
        }
        try (FileSystem content = FileSystems.newFileSystem(file);
                Stream<Path> files = Files.walk(content.getPath("/"))) {
            return find(
                    artifact,
                    files.filter(path -> isClassFile(path.toString())
                                    && !path.startsWith("/META-INF")
                                    && Files.isRegularFile(path))
                            .toList());
        }
    }

    static boolean isClassFile(String name) {
        return name.endsWith(".class");
    }

    private static String none(String module, int unreadable) {
        String newer = unreadable == 0
                ? ""
                : " (class files for a newer Java than this plugin can read: %d)".formatted(unreadable);
        return "No class of %s has a public static void main(String[])%s. Write one, or name the class to run: <mainClass>com.example.Main</mainClass>"
                .formatted(module, newer);
    }

    private static String several(String module, List<String> found) {
        return "Several classes of %s can be run: %s. Name the one to run: <mainClass>%s</mainClass>"
                .formatted(module, String.join(", ", found), found.get(0));
    }
}
