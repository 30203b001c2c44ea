package io.github.aspirejava.builder.layer;

import io.github.aspirejava.builder.content.FileContent;
import io.github.aspirejava.cache.DigestMemo;
import io.github.aspirejava.cache.HashingOutputStream;
import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The digests of the bytes that files contribute to a layer; unchanged files are not read again. */
final class FileDigests {
    /** The size up to which a file is hashed as fast as its digest is looked up. */
    private static final long SMALL = 64 * 1024;

    private final DigestMemo memo;
    private final Clock clock;

    FileDigests(DigestMemo memo, Clock clock) {
        this.memo = memo;
        this.clock = clock;
    }

    /** Returns the digest of the bytes that {@code file} has in the layer. */
    Digest digest(PlannedFile file) throws IOException {
        FileContent content = file.content();
        if (content.source().isEmpty()) {
            return written(content);
        }
        Path source = content.source().get();
        return content.form().isEmpty() ? bytes(source) : derived(content, source);
    }

    private Digest derived(FileContent content, Path source) throws IOException {
        String question = content.form() + ' ' + bytes(source);
        Optional<Digest> known = memo.find(question);
        if (known.isPresent()) {
            return known.get();
        }
        Digest digest = written(content);
        memo.remember(question, digest);
        return digest;
    }

    private static Digest written(FileContent content) throws IOException {
        HashingOutputStream hash = new HashingOutputStream(OutputStream.nullOutputStream());
        content.writeTo(hash);
        return hash.digest();
    }

    private Digest bytes(Path file) throws IOException {
        Instant now = clock.instant();
        FileStamp stamp = FileStamp.of(file);
        if (stamp.size() <= SMALL) {
            return hash(file);
        }
        Optional<Digest> known = memo.find(stamp.toString());
        if (known.isPresent()) {
            return known.get();
        }
        Digest digest = hash(file);
        if (stamp.settledAt(now) && stamp.equals(FileStamp.of(file))) {
            memo.remember(stamp.toString(), digest);
        }
        return digest;
    }

    private static Digest hash(Path file) throws IOException {
        HashingOutputStream hash = new HashingOutputStream(OutputStream.nullOutputStream());
        try (InputStream content = Files.newInputStream(file)) {
            content.transferTo(hash);
        }
        return hash.digest();
    }
}
