package io.github.aspirejava.engine.image;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Caches the descriptors of the compressed layers of engines: a layer whose compressed form is known, and is in a
 * registry, need not be read or compressed again, even if its bytes are not cached. If an entry cannot be written, the
 * layer is compressed again.
 */
final class LayerMemo {
    private final Path directory;

    LayerMemo(Path directory) {
        this.directory = directory;
    }

    /** Returns the descriptor of the compressed layer with that digest. */
    Optional<Descriptor> find(Digest identity) {
        try {
            String[] words = Files.readString(file(identity)).split(" ", -1);
            return words.length == 3
                    ? Optional.of(new Descriptor(words[0], Digest.parse(words[1]), Long.parseLong(words[2])))
                    : Optional.empty();
        } catch (IOException | GrammarException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void remember(Digest identity, Descriptor layer) {
        String text = "%s %s %d".formatted(layer.mediaType(), layer.digest(), layer.size());
        try {
            WholeFile.write(file(identity), new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            // It is compressed again the next time.
        }
    }

    void forget(Digest identity) {
        try {
            Files.deleteIfExists(file(identity));
        } catch (IOException e) {
            // It will be found to be wrong once more.
        }
    }

    private Path file(Digest identity) {
        return directory.resolve(identity.hex());
    }
}
