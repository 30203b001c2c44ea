package io.github.aspirejava.oci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files that appear whole or not at all, to other processes and after a failure. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes {@code content}, which is read to its end, to {@code target}, in place of what is there; its directory is
     * made if there is none.
     *
     * @throws IOException if the content cannot be read or the file not be written; nothing is left behind then
     */
    public static void write(Path target, InputStream content) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        // Not Files.createTempFile: its files can be read by their owner only, and these are made for others.
        Path part = target.resolveSibling(".%s.part".formatted(UUID.randomUUID()));
        try {
            Files.copy(content, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
