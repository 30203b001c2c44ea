package io.github.aspirejava.engine.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An image of a layout on disk, byte for byte: with its attestations, which an index lists beside its platforms. */
public final class LayoutImage {
    private LayoutImage() {}

    /**
     * Returns the only image of the layout in {@code directory}, which has to exist as long as the image is used.
     *
     * @param platforms the platforms that it was built for
     */
    public static ImageContent read(Path directory, List<Platform> platforms) throws IOException {
        LayoutDirectory layout = new LayoutDirectory(directory);
        ManifestContent root = layout.onlyManifest();
        List<ManifestContent> children = new ArrayList<>();
        Map<Digest, Blob> blobs = new LinkedHashMap<>();
        if (MediaTypes.isIndex(root.descriptor().mediaType())) {
            for (JsonNode entry : Json.parse(root.content()).path("manifests")) {
                ManifestContent child = layout.manifest(entry.path("digest").asText());
                children.add(child);
                collect(layout, child, blobs);
            }
        } else {
            collect(layout, root, blobs);
        }
        return new ImageContent(root, children, List.copyOf(blobs.values()), platforms);
    }

    private static void collect(LayoutDirectory layout, ManifestContent manifest, Map<Digest, Blob> blobs)
            throws IOException {
        JsonNode json = Json.parse(manifest.content());
        for (JsonNode layer : json.path("layers")) {
            add(layout, layer, blobs);
        }
        add(layout, json.path("config"), blobs);
    }

    private static void add(LayoutDirectory layout, JsonNode json, Map<Digest, Blob> blobs) throws IOException {
        try {
            Descriptor descriptor = new Descriptor(
                    json.path("mediaType").asText(""),
                    Digest.parse(json.path("digest").asText("")),
                    json.path("size").asLong());
            blobs.putIfAbsent(descriptor.digest(), new InLayout(layout, descriptor));
        } catch (GrammarException e) {
            throw new FilteredException(
                    "the layout %s has a manifest that is not understood".formatted(layout.directory()), e);
        }
    }

    private record InLayout(LayoutDirectory layout, Descriptor descriptor) implements Blob {
        @Override
        public InputStream open() throws IOException {
            return layout.openBlob(descriptor);
        }
    }
}
