package io.github.aspirejava.engine.context;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.dockerfile.DockerIgnore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A directory that an engine builds from, and its Dockerfile, which may be in another directory. Files that
 * {@code .dockerignore} excludes are not sent; a {@code NAME.dockerignore} beside a Dockerfile called NAME takes
 * precedence. The Dockerfile and {@code .dockerignore} are always sent, and the engine itself excludes them from the
 * image if they are ignored.
 */
public final class BuildContext {
    /** The name of a Dockerfile from outside the context in the tar. */
    private static final String FOREIGN_DOCKERFILE = ".dockerfile.aspire";

    private static final String IGNORE = DockerIgnore.NAME;

    private final Path directory;
    private final Path dockerfile;
    private final Optional<Instant> time;
    private final ForeignFiles foreign;

    /**
     * Creates a context.
     *
     * @param time the modification time of all files, so that layers depend on nothing but their content; each file's
     *     own if empty
     * @param foreign the files in the directory that do not belong to the context
     */
    public BuildContext(Path directory, Path dockerfile, Optional<Instant> time, ForeignFiles foreign) {
        this.directory = directory.toAbsolutePath().normalize();
        this.dockerfile = dockerfile.toAbsolutePath().normalize();
        this.time = time;
        this.foreign = foreign;
    }

    /** Returns the directory. */
    public Path directory() {
        return directory;
    }

    /** Returns the Dockerfile, inside or outside the directory. */
    public Path dockerfile() {
        return dockerfile;
    }

    /** Returns the Dockerfile's name in the tar. */
    public String dockerfileName() {
        return isInside() ? name(dockerfile) : FOREIGN_DOCKERFILE;
    }

    /**
     * Returns the context as a tar, created while it is read.
     *
     * @param cancellation aborts it with an exception
     * @throws IOException if the directory or {@code .dockerignore} cannot be read
     */
    public InputStream tar(Cancellation cancellation) throws IOException {
        return tar(Map.of(), cancellation);
    }

    /**
     * Returns the context as a tar, created while it is read.
     *
     * @param besides additional files, which the engine itself removes
     * @param cancellation aborts it with an exception
     * @throws IOException if the directory or {@code .dockerignore} cannot be read
     */
    public InputStream tar(Map<String, byte[]> besides, Cancellation cancellation) throws IOException {
        List<ContextEntry> entries = new ArrayList<>(entries());
        besides.forEach((name, content) -> entries.add(new ContextEntry.Made(name, content)));
        return new ContextStream(entries, cancellation);
    }

    List<ContextEntry> entries() throws IOException {
        Path ignoreFile = DockerIgnore.fileFor(dockerfile, directory);
        boolean exists = Files.isRegularFile(ignoreFile);
        DockerIgnore ignore = exists ? DockerIgnore.read(ignoreFile) : DockerIgnore.nothing();
        List<ContextEntry> entries = new ArrayList<>();
        boolean rewritten = !isInside() || !ignoreFile.equals(directory.resolve(IGNORE));
        for (Path file : files(ignore)) {
            if (!rewritten || !name(file).equals(IGNORE)) {
                entries.add(new ContextEntry.OnDisk(name(file), file, time));
            }
        }
        if (rewritten && (exists || !isInside())) {
            entries.add(new ContextEntry.Made(IGNORE, engineIgnore(exists ? Files.readString(ignoreFile) : "")));
        }
        if (!isInside()) {
            entries.add(new ContextEntry.Made(FOREIGN_DOCKERFILE, Files.readAllBytes(dockerfile)));
        }
        return entries;
    }

    /** Returns the effective {@code .dockerignore}, for a builder that reads the directory itself. */
    public String ignore() throws IOException {
        Path file = DockerIgnore.fileFor(dockerfile, directory);
        List<String> lines = new ArrayList<>(List.of(Files.isRegularFile(file) ? Files.readString(file) : ""));
        lines.addAll(foreign.patterns(directory));
        return String.join("\n", lines).concat("\n");
    }

    private boolean isInside() {
        return dockerfile.startsWith(directory) && !foreign.holds(dockerfile);
    }

    /** Returns the patterns of files that are sent, but that the engine excludes from the image. */
    private byte[] engineIgnore(String own) {
        List<String> lines = new ArrayList<>(List.of(own));
        if (!Files.exists(directory.resolve(IGNORE))) {
            lines.add(IGNORE);
        }
        if (!isInside()) {
            lines.add(FOREIGN_DOCKERFILE);
        }
        return String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the files sorted by name, so that equal directories result in equal tars. */
    private List<Path> files(DockerIgnore ignore) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) {
                if (found.equals(directory)) {
                    return FileVisitResult.CONTINUE;
                }
                if (foreign.contains(found)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!ignore.ignores(name(found))) {
                    files.add(found);
                    return FileVisitResult.CONTINUE;
                }
                return ignore.hasExceptions() || dockerfile.startsWith(found)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path found, BasicFileAttributes attributes) {
                // Sockets and the like cannot be sent.
                boolean sendable = attributes.isRegularFile() || attributes.isSymbolicLink();
                boolean always = found.equals(dockerfile) || name(found).equals(IGNORE);
                if (sendable && (always || !ignore.ignores(name(found)))) {
                    files.add(found);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(this::name));
        return files;
    }

    private String name(Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }
}
