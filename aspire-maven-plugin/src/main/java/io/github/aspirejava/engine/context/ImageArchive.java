package io.github.aspirejava.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An image in the format of {@code docker load}: for one platform, that of this machine if the image has it. Engines
 * accept compressed layers, too.
 */
public final class ImageArchive {
    private final Digest config;
    private final List<ContextEntry> entries;

    private ImageArchive(Digest config, List<ContextEntry> entries) {
        this.config = config;
        this.entries = List.copyOf(entries);
    }

    /**
     * Creates the archive of an image; nothing of it is read yet.
     *
     * @param names the image's names in the engine, as {@code NAME:TAG}
     * @throws IOException if the image has layers that must not be distributed
     */
    public static ImageArchive of(ImageContent image, List<String> names) throws IOException {
        Map<String, Blob> blobs = image.blobs().stream()
                .collect(Collectors.toMap(blob -> blob.descriptor().digest().toString(), Function.identity()));
        JsonNode manifest = Json.parse(manifest(image).content());
        String config = manifest.path("config").path("digest").asText();
        List<ContextEntry> entries = new ArrayList<>();
        ObjectNode described = Json.object().put("Config", file(config) + ".json");
        ArrayNode tags = described.putArray("RepoTags");
        names.forEach(tags::add);
        ArrayNode layers = described.putArray("Layers");
        entries.add(new ContextEntry.OfBlob(file(config) + ".json", blob(blobs, config)));
        for (JsonNode layer : manifest.path("layers")) {
            String digest = layer.path("digest").asText();
            layers.add(file(digest) + ".tar");
            ContextEntry entry = new ContextEntry.OfBlob(file(digest) + ".tar", blob(blobs, digest));
            if (!entries.contains(entry)) {
                entries.add(entry);
            }
        }
        ArrayNode images = Json.object().putArray("images");
        images.add(described);
        entries.add(new ContextEntry.Made("manifest.json", Json.write(images)));
        return new ImageArchive(Digest.parse(config), entries);
    }

    /** Returns the digest of the image's configuration, which is its id in most engines. */
    public Digest config() {
        return config;
    }

    /** Returns the archive, created while it is read. */
    public InputStream tar(Cancellation cancellation) throws IOException {
        return new ContextStream(entries, cancellation);
    }

    private static ManifestContent manifest(ImageContent image) {
        if (image.children().isEmpty()) {
            return image.root();
        }
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        int chosen = 0;
        for (int i = 0; i < image.platforms().size(); i++) {
            if (image.platforms().get(i).architecture().equals(machine)) {
                chosen = i;
                break;
            }
        }
        return image.children().get(chosen);
    }

    private static Blob blob(Map<String, Blob> blobs, String digest) throws IOException {
        Blob blob = blobs.get(digest);
        if (blob == null) {
            throw new FilteredException("its layer %s is non-distributable".formatted(digest));
        }
        return blob;
    }

    private static String file(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }
}
