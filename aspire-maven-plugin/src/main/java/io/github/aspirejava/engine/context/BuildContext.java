package io.github.aspirejava.engine.context;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.dockerfile.DockerIgnore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A directory that an engine builds from, and its Dockerfile, which may be in another directory; both may be symbolic
 * links. Files that {@code .dockerignore} excludes are not sent; a {@code NAME.dockerignore} beside a Dockerfile called
 * NAME takes precedence. The Dockerfile and {@code .dockerignore} are always sent, and the engine itself excludes them
 * from the image if they are ignored.
 */
public final class BuildContext {
    /** The name of a Dockerfile from outside the context in the tar. */
    private static final String FOREIGN_DOCKERFILE = ".dockerfile.aspire";

    private static final String IGNORE = DockerIgnore.NAME;

    private final Path directory;
    private final Path dockerfile;
    private final Path content;
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
        this.directory = real(directory);
        this.dockerfile = dockerfile.toAbsolutePath().normalize();
        this.content = real(dockerfile);
        this.time = time;
        this.foreign = foreign;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // It does not exist, which is reported when the image is built.
            return path.toAbsolutePath().normalize();
        }
    }

    /** Returns the directory, without symbolic links on the way to it. */
    public Path directory() {
        return directory;
    }

    /** Returns the Dockerfile, inside or outside the directory. */
    public Path dockerfile() {
        return dockerfile;
    }

    /** Returns the Dockerfile's name in the tar. */
    public String dockerfileName() {
        return isInside() ? FileName.text(directory.relativize(content)) : FOREIGN_DOCKERFILE;
    }

    /** Returns whether all files have the same time, so that a builder must not read the directory itself. */
    public boolean hasTime() {
        return time.isPresent();
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
        besides.forEach((name, bytes) -> entries.add(new ContextEntry.Made(name, bytes)));
        return new ContextStream(entries, cancellation);
    }

    List<ContextEntry> entries() throws IOException {
        Path ignoreFile = DockerIgnore.fileFor(dockerfile, directory);
        boolean exists = Files.isRegularFile(ignoreFile);
        List<ContextEntry> entries = new ArrayList<>();
        boolean rewritten =
                !isInside() || Files.isSymbolicLink(ignoreFile) || !ignoreFile.equals(directory.resolve(IGNORE));
        for (Path file : files().list()) {
            String name = FileName.bytes(directory.relativize(file));
            if (!rewritten || !name.equals(IGNORE)) {
                entries.add(new ContextEntry.OnDisk(name, file, time));
            }
        }
        if (rewritten && (exists || !isInside())) {
            entries.add(new ContextEntry.Made(IGNORE, engineIgnore(ignoreFile)));
        }
        if (!isInside()) {
            entries.add(new ContextEntry.Made(FOREIGN_DOCKERFILE, Files.readAllBytes(content)));
        }
        return entries;
    }

    private ContextFiles files() throws IOException {
        Path ignoreFile = DockerIgnore.fileFor(dockerfile, directory);
        DockerIgnore ignore = Files.isRegularFile(ignoreFile) ? DockerIgnore.read(ignoreFile) : DockerIgnore.nothing();
        return new ContextFiles(directory, content, ignore, foreign);
    }

    /** Returns the effective {@code .dockerignore}, for a builder that reads the directory itself. */
    public byte[] ignore() throws IOException {
        return withLines(DockerIgnore.fileFor(dockerfile, directory), foreign.patterns(directory));
    }

    /**
     * Copies the files that are sent into an empty directory, with their times, for a builder that can only read a
     * directory.
     */
    public void copyTo(Path target, Cancellation cancellation) throws IOException {
        new ContextCopy(directory, target, time, cancellation)
                .copy(files().withoutExtras().list());
    }

    private boolean isInside() {
        return content.startsWith(directory) && !foreign.holds(content);
    }

    /** Returns the patterns of files that are sent, but that the engine excludes from the image. */
    private byte[] engineIgnore(Path ignoreFile) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(directory.resolve(IGNORE))) {
            lines.add(IGNORE);
        }
        if (!isInside()) {
            lines.add(FOREIGN_DOCKERFILE);
        }
        return withLines(ignoreFile, lines);
    }

    /** Returns the bytes of a file, in whatever encoding, and further lines. */
    private static byte[] withLines(Path file, List<String> lines) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (Files.isRegularFile(file)) {
            Files.copy(file, all);
        }
        all.write('\n');
        for (String line : lines) {
            all.writeBytes(line.concat("\n").getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }
}
