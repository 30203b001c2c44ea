package io.github.aspirejava.builder.module;

import io.github.aspirejava.text.ForeignText;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of a local directory, including those that links lead to: the files are used without links. */
public final class LinkedFiles extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();

    private LinkedFiles() {}

    /** Signals a link within a directory to one of its own parents. */
    public static final class LoopException extends IOException {
        private static final long serialVersionUID = 1L;

        private LoopException(Path link, IOException cause) {
            super(
                    ForeignText.line(
                            "The link %s leads to a directory that contains it, so that following it never ends. Remove it"
                                    .formatted(link)),
                    cause);
        }
    }

    /**
     * Returns all regular files below {@code directory}, which may be a link itself. Dangling links are left out.
     *
     * @throws LoopException if links form a loop
     */
    public static List<Path> below(Path directory) throws IOException {
        LinkedFiles visitor = new LinkedFiles();
        Files.walkFileTree(directory, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        return List.copyOf(visitor.files);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof FileSystemLoopException) {
            throw new LoopException(link(file), failure);
        }
        throw failure;
    }

    /** Returns the last link on the way to a directory that has been visited twice. */
    private static Path link(Path directory) {
        for (Path path = directory; path != null; path = path.getParent()) {
            if (Files.isSymbolicLink(path)) {
                return path;
            }
        }
        return directory;
    }
}
