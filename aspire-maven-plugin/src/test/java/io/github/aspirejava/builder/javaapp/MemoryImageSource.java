package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images in memory; records the blobs and manifests that are read. */
public final class MemoryImageSource implements ImageSource {
    private final Map<String, ManifestContent> manifests = new HashMap<>();
    private final Map<Digest, byte[]> blobs = new HashMap<>();
    public final List<Digest> opened = new ArrayList<>();
    public final List<String> read = new ArrayList<>();

    public Descriptor blob(String mediaType, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        blobs.put(Digest.of(bytes), bytes);
        return new Descriptor(mediaType, Digest.of(bytes), bytes.length);
    }

    public ManifestContent manifest(String selector, String mediaType, String content) {
        ManifestContent manifest = new ManifestContent(mediaType, content.getBytes(StandardCharsets.UTF_8));
        manifests.put(selector, manifest);
        manifests.put(manifest.descriptor().digest().toString(), manifest);
        return manifest;
    }

    /** Creates an OCI image of one layer whose bytes are {@code layer}. */
    public ManifestContent image(String selector, String config, String layer) {
        return image(
                selector,
                MediaTypes.OCI_MANIFEST,
                blob(MediaTypes.OCI_CONFIG, config),
                blob(MediaTypes.OCI_LAYER_GZIP, layer));
    }

    public ManifestContent image(String selector, String mediaType, Descriptor config, Descriptor layer) {
        return manifest(
                selector,
                mediaType,
                "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
                        .formatted(mediaType, json(config), json(layer)));
    }

    public static String json(Descriptor descriptor) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
                .formatted(descriptor.mediaType(), descriptor.digest(), descriptor.size());
    }

    @Override
    public ManifestContent manifest(String selector) throws IOException {
        read.add(selector);
        ManifestContent manifest = manifests.get(selector);
        if (manifest == null) {
            throw new FileNotFoundException("memory has no manifest " + selector);
        }
        return manifest;
    }

    @Override
    public InputStream openBlob(Descriptor descriptor) throws IOException {
        opened.add(descriptor.digest());
        byte[] content = blobs.get(descriptor.digest());
        if (content == null) {
            throw new FileNotFoundException("memory has no blob " + descriptor.digest());
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public Optional<BlobOrigin> origin() {
        return Optional.of(new BlobOrigin(RegistryHost.parse("registry.example"), new Repository("library/java")));
    }
}
