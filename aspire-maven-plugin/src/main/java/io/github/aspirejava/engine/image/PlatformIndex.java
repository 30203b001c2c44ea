package io.github.aspirejava.engine.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Combines images of one platform each into one image. */
public final class PlatformIndex {
    private PlatformIndex() {}

    /** Returns one image of all; a single image is returned unchanged. */
    public static ImageContent of(List<ImageContent> images, boolean oci) {
        if (images.size() == 1) {
            return images.get(0);
        }
        String type = oci ? MediaTypes.OCI_INDEX : MediaTypes.DOCKER_MANIFEST_LIST;
        ObjectNode index = Json.object().put("schemaVersion", 2).put("mediaType", type);
        ArrayNode entries = index.putArray("manifests");
        List<ManifestContent> children = new ArrayList<>();
        List<Platform> platforms = new ArrayList<>();
        Map<Descriptor, Blob> blobs = new LinkedHashMap<>();
        for (ImageContent image : images) {
            Platform platform = image.platforms().get(0);
            Descriptor manifest = image.root().descriptor();
            ObjectNode entry = entries.addObject()
                    .put("mediaType", manifest.mediaType())
                    .put("digest", manifest.digest().toString())
                    .put("size", manifest.size());
            ObjectNode json = entry.putObject("platform")
                    .put("architecture", platform.architecture())
                    .put("os", platform.os());
            platform.variant().ifPresent(variant -> json.put("variant", variant));
            children.add(image.root());
            platforms.add(platform);
            image.blobs().forEach(blob -> blobs.putIfAbsent(blob.descriptor(), blob));
        }
        return new ImageContent(
                new ManifestContent(type, Json.write(index)), children, List.copyOf(blobs.values()), platforms);
    }
}
