package io.github.aspirejava.builder.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file copied unchanged. */
public record CopiedFile(Path file) implements FileContent {
    @Override
    public Optional<Path> source() {
        return Optional.of(file);
    }

    @Override
    public String form() {
        return "";
    }

    @Override
    public long size() throws IOException {
        return Files.size(file);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Files.copy(file, out);
    }
}
