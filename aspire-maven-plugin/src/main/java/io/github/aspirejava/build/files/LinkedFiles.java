package io.github.aspirejava.build.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a directory of this machine, those too that links lead to: where they are used there are no links. */
public final class LinkedFiles {
    private LinkedFiles() {}

    /** A link within a directory that leads to one that it is in itself. */
    public static final class LoopException extends Exception {
        private static final long serialVersionUID = 1L;

        private LoopException(String link, IOException cause) {
            super(
                    "The link %s leads to a directory that it is in, so that the files below it have no end. Remove it"
                            .formatted(link),
                    cause);
        }
    }

    /**
     * All regular files below {@code directory}, which may be a link itself. Links to nothing are left out.
     *
     * @throws LoopException if there is no end to them
     */
    public static List<Path> below(Path directory) throws IOException, LoopException {
        try (Stream<Path> walk = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileSystemLoopException loop) {
                throw new LoopException(String.valueOf(loop.getFile()), loop);
            }
            throw e.getCause();
        }
    }
}
