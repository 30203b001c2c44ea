package io.github.aspirejava.engine.context;

import io.github.aspirejava.dockerfile.ContextUse;
import io.github.aspirejava.dockerfile.DockerIgnore;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The files of a context. Those that cannot be read are left out if they are ignored, or if the Dockerfile does not
 * copy them, as BuildKit does.
 */
final class ContextFiles {
    private final Path directory;
    private final Path dockerfile;
    private final DockerIgnore ignore;
    private final ForeignFiles foreign;
    private final boolean extras;

    ContextFiles(Path directory, Path dockerfile, DockerIgnore ignore, ForeignFiles foreign) {
        this(directory, dockerfile, ignore, foreign, true);
    }

    private ContextFiles(Path directory, Path dockerfile, DockerIgnore ignore, ForeignFiles foreign, boolean extras) {
        this.directory = directory;
        this.dockerfile = dockerfile;
        this.ignore = ignore;
        this.foreign = foreign;
        this.extras = extras;
    }

    /** Returns the same files without the Dockerfile and {@code .dockerignore} if these are ignored. */
    ContextFiles withoutExtras() {
        return new ContextFiles(directory, dockerfile, ignore, foreign, false);
    }

    /** Returns the files sorted by name, so that equal directories result in equal tars. */
    List<Path> list() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(directory, new Visitor(files));
        files.sort(Comparator.comparing(file -> FileName.bytes(directory.relativize(file))));
        return files;
    }

    private boolean isIgnored(Path file) {
        return ignore.ignores(FileName.text(directory.relativize(file)));
    }

    /** Returns whether the Dockerfile may copy a file; its arguments are not known, so that variables are any text. */
    private boolean isCopied(Path file) {
        return ContextUse.of(directory, dockerfile, Map.of()).takesFrom(file, List.of());
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Path> files;

        Visitor(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) {
            if (found.equals(directory)) {
                return FileVisitResult.CONTINUE;
            }
            if (foreign.contains(found)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!isIgnored(found)) {
                files.add(found);
                return FileVisitResult.CONTINUE;
            }
            return ignore.hasExceptions() || (extras && dockerfile.startsWith(found))
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path found, BasicFileAttributes attributes) throws IOException {
            // Sockets and the like cannot be sent.
            boolean sendable = attributes.isRegularFile() || attributes.isSymbolicLink();
            boolean always = extras && (found.equals(dockerfile) || found.equals(directory.resolve(DockerIgnore.NAME)));
            if (sendable && (always || !isIgnored(found)) && (isReadable(found, attributes) || isCopied(found))) {
                files.add(found);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isReadable(Path file, BasicFileAttributes attributes) {
            return attributes.isSymbolicLink() || Files.isReadable(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path found, IOException failure) throws IOException {
            if (found.equals(directory)
                    || !(failure instanceof AccessDeniedException)
                    || (!isIgnored(found) && isCopied(found))) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
