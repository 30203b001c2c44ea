package io.github.aspirejava.oci;

import io.github.aspirejava.image.Platform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small images whose layers are plain texts. */
public final class TestImages {
    private TestImages() {}

    /** Creates a layer of this text. */
    public static Blob layer(String text) {
        return Blob.ofBytes(MediaTypes.OCI_LAYER_GZIP, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Creates an image with these layers and a configuration that is as unique as {@code name}. */
    public static ImageContent image(String name, Blob... layers) {
        Blob configuration = Blob.ofBytes(
                MediaTypes.OCI_CONFIG,
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"author\":\"%s\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[%s]}}"
                        .formatted(
                                name,
                                Stream.of(layers)
                                        .map(layer -> '"'
                                                + layer.descriptor().digest().toString()
                                                + '"')
                                        .collect(Collectors.joining(",")))
                        .getBytes(StandardCharsets.UTF_8));
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
                .formatted(
                        MediaTypes.OCI_MANIFEST,
                        json(configuration.descriptor()),
                        Stream.of(layers).map(layer -> json(layer.descriptor())).collect(Collectors.joining(",")));
        List<Blob> blobs = new ArrayList<>(List.of(layers));
        blobs.add(configuration);
        return new ImageContent(
                manifest(MediaTypes.OCI_MANIFEST, manifest), List.of(), blobs, List.of(Platform.LINUX_AMD64));
    }

    /** Creates an index of these images. */
    public static ImageContent index(ImageContent... images) {
        String index = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
                .formatted(
                        MediaTypes.OCI_INDEX,
                        Stream.of(images)
                                .map(image -> json(image.root().descriptor()))
                                .collect(Collectors.joining(",")));
        return new ImageContent(
                manifest(MediaTypes.OCI_INDEX, index),
                Stream.of(images).map(ImageContent::root).toList(),
                Stream.of(images)
                        .flatMap(image -> image.blobs().stream())
                        .distinct()
                        .toList(),
                Stream.of(images).flatMap(image -> image.platforms().stream()).toList());
    }

    private static ManifestContent manifest(String mediaType, String json) {
        return new ManifestContent(mediaType, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Descriptor descriptor) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
                .formatted(descriptor.mediaType(), descriptor.digest(), descriptor.size());
    }
}
