package io.github.aspirejava.engine.build;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A secret that the commands of a build may read, and the image does not keep. Its value never becomes part of a
 * command line or a log.
 *
 * @param id what the Dockerfile calls it
 * @param value the secret itself, unless it is in a file
 * @param file the file that it is in
 */
public record SecretInput(String id, Origin origin, Optional<Secret> value, Optional<Path> file) {
    /** A secret that is known. */
    public static SecretInput of(String id, Origin origin, Secret value) {
        return new SecretInput(id, origin, Optional.of(value), Optional.empty());
    }

    /** A secret in a file. */
    public static SecretInput in(Path file, String id, Origin origin) {
        return new SecretInput(id, origin, Optional.empty(), Optional.of(file));
    }

    /** What the commands read. */
    byte[] content() throws IOException {
        return file.isPresent()
                ? Files.readAllBytes(file.get())
                : value.orElseThrow().reveal().getBytes(StandardCharsets.UTF_8);
    }
}
