package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * A copy of a sample project that a test may change and build.
 *
 * @param name the sample's name; its POM reads the base image from the property {@code NAME.base} and the registry from
 *     {@code NAME.registry}
 * @param directory the directory of the copy
 */
record Sample(String name, Path directory) {
    /** The output of builds in a checkout. */
    private static final Set<String> BUILT = Set.of("target", "node_modules", "dist");

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Creates a fresh copy, as from a clean checkout.
     *
     * @param path the path of the sample among the projects; its last name is the sample's
     */
    static Sample copyOf(String path) {
        Path original = Workspace.project(path);
        String name = original.getFileName().toString();
        Path copy = Workspace.newDirectory(name);
        try {
            Files.walkFileTree(original, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    if (BUILT.contains(directory.getFileName().toString())) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(copy.resolve(original.relativize(directory)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, copy.resolve(original.relativize(file)));
                    return FileVisitResult.CONTINUE;
                }
            });
            // Without a mark of its own, Maven would take the surrounding checkout for the root of the copy.
            Files.createDirectories(copy.resolve(".mvn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sample(name, copy);
    }

    Path file(String path) {
        return directory.resolve(path);
    }

    String read(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(String path) {
        try {
            return JSON.readTree(file(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sample write(String path, String content) {
        try {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Replaces the first occurrence of {@code old} in a file.
     *
     * @throws IllegalArgumentException if there is none
     */
    Sample replace(String path, String old, String replacement) {
        String content = read(path);
        int start = content.indexOf(old);
        if (start < 0) {
            throw new IllegalArgumentException(path + " of the sample " + name + " does not contain: " + old);
        }
        return write(path, content.substring(0, start) + replacement + content.substring(start + old.length()));
    }

    /**
     * Returns the number of the first line, counted from 1, that contains {@code text}.
     *
     * @throws IllegalArgumentException if there is none
     */
    int lineOf(String path, String text) {
        String content = read(path);
        int start = content.indexOf(text);
        if (start < 0) {
            throw new IllegalArgumentException(path + " of the sample " + name + " does not contain: " + text);
        }
        return (int) content.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    }
}
