package io.github.aspirejava.cache;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Caches digests that are expensive to compute, one small file for each. A digest that is missing or cannot be written
 * is computed again; no operation fails.
 */
public final class DigestMemo {
    private final Path directory;
    private final Path temporary;

    /**
     * Creates the cache in {@code directory}.
     *
     * @param temporary a directory of the same file system, in which files are written before they are renamed
     */
    public DigestMemo(Path directory, Path temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    /** Returns the digest that was stored as the answer to {@code question}. */
    public Optional<Digest> find(String question) {
        try {
            return Optional.of(Digest.parse(Files.readString(file(question))));
        } catch (IOException | GrammarException e) {
            return Optional.empty();
        }
    }

    /** Stores {@code answer}. */
    public void remember(String question, Digest answer) {
        try {
            Path written = Files.createTempFile(temporary, "digest", null);
            try {
                Files.writeString(written, answer.toString());
                Files.move(written, file(question), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            // It is computed again the next time.
        }
    }

    private Path file(String question) {
        return directory.resolve(
                Digest.of(question.getBytes(StandardCharsets.UTF_8)).hex());
    }
}
