package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.builder.module.LinkedFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the output directory after a build. Build tools that find their output up to date leave it as it is, or copy
 * it from a cache with its times. A build that has written a page into another directory has been given the wrong one.
 */
final class OutputCheck extends SimpleFileVisitor<Path> {
    private static final int DEPTH = 5;
    private static final Set<String> SKIPPED =
            Set.of("node_modules", "src", "public", "static", "coverage", "test", "tests", "docs");

    private final FrontEnd frontEnd;
    private final Instant started;
    private Optional<Path> page = Optional.empty();

    private OutputCheck(FrontEnd frontEnd, Instant started) {
        this.frontEnd = frontEnd;
        this.started = started;
    }

    /**
     * Checks the output of a build.
     *
     * @throws FrontEndException if there is none, or the build has written another directory instead
     */
    static void check(FrontEnd frontEnd, Instant started) throws FrontEndException, IOException {
        Path output = frontEnd.output();
        boolean exists = false;
        if (Files.isDirectory(output)) {
            try {
                for (Path file : LinkedFiles.below(output)) {
                    exists = true;
                    if (!changed(file).isBefore(started)) {
                        return;
                    }
                }
            } catch (LinkedFiles.LoopException e) {
                throw new FrontEndException(String.valueOf(e.getMessage()), e);
            }
        }
        String command = "%s run %s".formatted(frontEnd.commands().program(), FrontEnd.BUILD_SCRIPT);
        Optional<Path> other = new OutputCheck(frontEnd, started).find();
        if (other.isPresent()) {
            String directory = frontEnd.directory().relativize(other.get()).toString();
            throw new FrontEndException(
                    "%s has written nothing into %s, but a page into %s. Write <outputDirectory>%s</outputDirectory>"
                            .formatted(command, output, directory, directory));
        }
        if (!exists) {
            throw new FrontEndException(
                    "%s has written nothing into %s. Write the output directory of the build, such as Vite's build.outDir, into <outputDirectory>"
                            .formatted(command, output));
        }
    }

    /** Returns the time at which a file was written, whatever time it was given. */
    private static Instant changed(Path file) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            Instant written = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
            return written.isAfter(modified) ? written : modified;
        }
        return modified;
    }

    private Optional<Path> find() throws IOException {
        Files.walkFileTree(frontEnd.directory(), Set.of(), DEPTH, this);
        return page.map(Path::getParent);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        String name = String.valueOf(directory.getFileName());
        boolean skipped = !directory.equals(frontEnd.directory())
                && (SKIPPED.contains(name)
                        || (name.startsWith(".") && !name.equals(".output"))
                        || directory.equals(frontEnd.output()));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        boolean isPage = String.valueOf(file.getFileName()).equals("index.html")
                && !frontEnd.directory().equals(file.getParent())
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !changed(file).isBefore(started);
        page = isPage ? Optional.of(file) : page;
        return isPage ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
}
