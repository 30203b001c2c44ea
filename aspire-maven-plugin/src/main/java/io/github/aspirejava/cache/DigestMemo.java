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
 * Remembers digests that are dear to compute, one small file for each. What is forgotten or cannot be written is
 * computed again; nothing here fails.
 */
public final class DigestMemo {
    private final Path directory;
    private final Path temporary;

    /**
     * The memory in {@code directory}.
     *
     * @param temporary a directory of the same file system, where files are written before they get their names
     */
    public DigestMemo(Path directory, Path temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    /** The digest that was remembered as the answer to {@code question}. */
    public Optional<Digest> find(String question) {
        try {
            return Optional.of(Digest.parse(Files.readString(file(question))));
        } catch (IOException | GrammarException e) {
            return Optional.empty();
        }
    }

    /** Remembers {@code answer}. */
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
