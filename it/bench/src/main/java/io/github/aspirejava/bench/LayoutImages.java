package io.github.aspirejava.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The images of an OCI image layout, by the names that they have in it. */
final class LayoutImages {
    private static final String NAME = "org.opencontainers.image.ref.name";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Path directory;

    LayoutImages(Path directory) {
        this.directory = directory;
    }

    /** A manifest or a blob. */
    record Content(String digest, String mediaType, long size, Path file) {}

    /**
     * An image.
     *
     * @param blobs its layers and its configuration
     */
    record Image(Content manifest, List<Content> blobs) {
        Image {
            blobs = List.copyOf(blobs);
        }
    }

    Image find(String name) throws IOException {
        for (JsonNode entry : read(directory.resolve("index.json")).get("manifests")) {
            if (name.equals(entry.path("annotations").path(NAME).asText())) {
                return image(content(entry));
            }
        }
        throw new BenchException("There is no image '%s' in %s".formatted(name, directory));
    }

    /** Returns the size of a layer before compression, in bytes. */
    static long uncompressedSize(Content layer) throws IOException {
        try (InputStream tar = new GZIPInputStream(Files.newInputStream(layer.file()), 1 << 16)) {
            return tar.transferTo(OutputStream.nullOutputStream());
        }
    }

    private Image image(Content manifest) throws IOException {
        JsonNode json = read(manifest.file());
        List<Content> blobs = new ArrayList<>();
        json.get("layers").forEach(layer -> blobs.add(content(layer)));
        blobs.add(content(json.get("config")));
        return new Image(manifest, blobs);
    }

    private Content content(JsonNode descriptor) {
        String digest = descriptor.get("digest").asText();
        return new Content(
                digest,
                descriptor.get("mediaType").asText(),
                descriptor.get("size").asLong(),
                directory.resolve("blobs").resolve(digest.replace(':', '/')));
    }

    private JsonNode read(Path file) throws IOException {
        return mapper.readTree(file.toFile());
    }
}
