package io.github.aspirejava.engine.build;

import io.github.aspirejava.app.BuildSecret;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A secret that the commands of a build can read, and that is not stored in the image. Its value never becomes part of
 * a command line or a log.
 *
 * @param id its id in the Dockerfile
 * @param value the secret itself, unless it is in a file
 * @param file the file that contains it
 */
public record SecretInput(String id, Origin origin, Optional<Secret> value, Optional<Path> file) {
    /** Creates a secret from its value. */
    public static SecretInput of(String id, Origin origin, Secret value) {
        return new SecretInput(id, origin, Optional.of(value), Optional.empty());
    }

    /** Creates a secret from a file. */
    public static SecretInput in(Path file, String id, Origin origin) {
        return new SecretInput(id, origin, Optional.empty(), Optional.of(file));
    }

    /** Returns the secrets of a model, whose files are relative to a directory. */
    public static List<SecretInput> of(List<BuildSecret> secrets, Path baseDirectory) {
        return secrets.stream()
                .map(secret -> {
                    Text source = secret.source();
                    return secret.kind() == BuildSecret.Kind.FILE
                            ? in(baseDirectory.resolve(source.require()), secret.id(), source.origin())
                            : of(secret.id(), source.origin(), new Secret(source.require()));
                })
                .toList();
    }

    /** Returns the content that the commands read. */
    byte[] content() throws IOException {
        return file.isPresent()
                ? Files.readAllBytes(file.get())
                : value.orElseThrow().reveal().getBytes(StandardCharsets.UTF_8);
    }
}
