package io.github.aspirejava.dockerfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which files of its context a Dockerfile may copy. If that cannot be determined, it may be any: of a Dockerfile
 * that does not exist yet, for example.
 */
public final class ContextUse {
    private final Path context;
    private final List<CopiedPath> copied;
    private final DockerIgnore ignore;

    private ContextUse(Path context, List<CopiedPath> copied, DockerIgnore ignore) {
        this.context = context;
        this.copied = copied;
        this.ignore = ignore;
    }

    /**
     * Reads a Dockerfile.
     *
     * @param context the real path of its context
     * @param arguments the build arguments
     */
    public static ContextUse of(Path context, Path dockerfile, Map<String, String> arguments) {
        try {
            Path ignoreFile = DockerIgnore.fileFor(dockerfile, context);
            DockerIgnore ignore =
                    Files.isRegularFile(ignoreFile) ? DockerIgnore.read(ignoreFile) : DockerIgnore.nothing();
            return new ContextUse(
                    context,
                    new CopyReader(arguments).read(Instructions.parse(DockerfileText.lines(dockerfile))),
                    ignore);
        } catch (IOException e) {
            return any(context);
        }
    }

    /**
     * Reads the text of a Dockerfile that is no file.
     *
     * @param context the real path of its context
     * @param arguments the build arguments
     */
    public static ContextUse ofText(Path context, String text, Map<String, String> arguments) {
        try {
            Path ignoreFile = context.resolve(DockerIgnore.NAME);
            DockerIgnore ignore =
                    Files.isRegularFile(ignoreFile) ? DockerIgnore.read(ignoreFile) : DockerIgnore.nothing();
            Instructions instructions = Instructions.parse(DockerfileText.lines(text));
            return new ContextUse(context, new CopyReader(arguments).read(instructions), ignore);
        } catch (IOException e) {
            return any(context);
        }
    }

    /** Returns a use of any files. */
    public static ContextUse any(Path context) {
        return new ContextUse(context, List.of(CopiedPath.ALL), DockerIgnore.nothing());
    }

    /**
     * Returns whether a file in a directory, or the directory as a part of something, may be copied.
     *
     * @param except directories whose content does not count
     */
    public boolean takesFrom(Path directory, List<Path> except) {
        return copied.stream()
                .filter(source -> context.startsWith(directory)
                        || inContext(directory).filter(source::meets).isPresent())
                .anyMatch(source -> except.stream()
                        .noneMatch(other -> context.startsWith(other)
                                || inContext(other).filter(source::isIn).isPresent()));
    }

    /** Returns whether {@code .dockerignore} excludes all files of a directory from the image. */
    public boolean ignores(Path directory) {
        return !ignore.hasExceptions()
                && inContext(directory)
                        .map(path -> path.toString().replace('\\', '/'))
                        .filter(ignore::ignores)
                        .isPresent();
    }

    private Optional<Path> inContext(Path directory) {
        return directory.startsWith(context) && !directory.equals(context)
                ? Optional.of(context.relativize(directory))
                : Optional.empty();
    }
}
