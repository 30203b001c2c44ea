package io.github.aspirejava.oci.layout;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.VerifyingInputStream;
import io.github.aspirejava.oci.WholeFile;
import io.github.aspirejava.text.FilteredException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">OCI image layout</a> on disk, for
 * reading and writing. Several threads and processes may write to it at once: a file appears atomically, and the index
 * is replaced under a lock. Content is on the disk before anything refers to it, so that a layout is never damaged by a
 * process that is killed or a machine that loses its power. The images in it are distinguished by the annotation
 * {@code org.opencontainers.image.ref.name}.
 */
public final class LayoutDirectory implements ImageSource {
    /** The age of abandoned files: an active writer writes to its file more often than that. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path directory;
    private final LayoutIndex index;

    /** Creates the layout in {@code directory}, which is created with the first write. */
    public LayoutDirectory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.index = new LayoutIndex(this.directory);
    }

    /** Returns the absolute path of the layout. */
    public Path directory() {
        return directory;
    }

    @Override
    public Optional<BlobOrigin> origin() {
        return Optional.empty();
    }

    /** @param selector the name of an image in the layout's index, or a digest */
    @Override
    public ManifestContent manifest(String selector) throws IOException {
        Map<String, Descriptor> images = index.images();
        Descriptor named = images.get(selector);
        if (named != null) {
            return read(named);
        }
        Optional<Digest> digest = digest(selector);
        if (digest.isEmpty() || !Files.exists(path(digest.get()))) {
            throw new FilteredException("The layout %s holds no image '%s'. It holds %s."
                    .formatted(directory, selector, images.isEmpty() ? "none with a name" : images.keySet()));
        }
        Path file = path(digest.get());
        byte[] content = Files.readAllBytes(file);
        String mediaType = Json.parse(content).path("mediaType").asText("");
        if (mediaType.isEmpty()) {
            // The specification makes it optional: an index has manifests, a manifest has layers.
            mediaType = Json.parse(content).has("manifests") ? MediaTypes.OCI_INDEX : MediaTypes.OCI_MANIFEST;
        }
        return read(new Descriptor(mediaType, digest.get(), content.length));
    }

    /**
     * Returns the manifest of a layout that holds one image.
     *
     * @throws IOException if it holds none, or several
     */
    public ManifestContent onlyManifest() throws IOException {
        List<Descriptor> roots = index.roots();
        if (roots.size() != 1) {
            throw new FilteredException("The layout %s holds %d images. Write which one, as in oci:%s:NAME; it has %s."
                    .formatted(
                            directory, roots.size(), directory, index.images().keySet()));
        }
        return read(roots.get(0));
    }

    @Override
    public InputStream openBlob(Descriptor descriptor) throws IOException {
        return new VerifyingInputStream(
                Files.newInputStream(path(descriptor.digest())), descriptor, directory.toString());
    }

    /**
     * Returns the descriptor of the image of this name, if the layout has it; a layout that does not exist yet has no
     * images.
     */
    public Optional<Descriptor> find(String name) throws IOException {
        return index.exists() ? Optional.ofNullable(index.images().get(name)) : Optional.empty();
    }

    /**
     * Returns whether the layout has this content and, if it is a manifest or an index, everything that it refers to.
     * Blobs were verified when they were written, so comparing their length is enough.
     */
    public boolean has(Descriptor descriptor) throws IOException {
        Path file = path(descriptor.digest());
        if (!Files.isRegularFile(file) || Files.size(file) != descriptor.size()) {
            return false;
        }
        String mediaType = descriptor.mediaType();
        if (!MediaTypes.isIndex(mediaType) && !MediaTypes.isManifest(mediaType)) {
            return true;
        }
        byte[] content = Files.readAllBytes(file);
        return descriptor.digest().matches(content) && hasAll(Json.parse(content));
    }

    private boolean hasAll(JsonNode manifest) throws IOException {
        List<JsonNode> references = new ArrayList<>();
        manifest.path("manifests").forEach(references::add);
        for (JsonNode layer : manifest.path("layers")) {
            if (!MediaTypes.isForeign(layer.path("mediaType").asText(""))
                    || layer.path("urls").isEmpty()) {
                references.add(layer);
            }
        }
        if (manifest.has("config")) {
            references.add(manifest.path("config"));
        }
        for (JsonNode reference : references) {
            Optional<Digest> digest = digest(reference.path("digest").asText());
            if (digest.isEmpty()
                    || !has(new Descriptor(
                            reference.path("mediaType").asText(),
                            digest.get(),
                            reference.path("size").asLong()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes a blob, unless it exists.
     *
     * @throws IOException also if its bytes do not match its digest; nothing is left behind then
     */
    public void write(Blob blob) throws IOException {
        if (!has(blob.descriptor())) {
            try (InputStream bytes = blob.open()) {
                WholeFile.writeDurably(path(blob.descriptor().digest()), bytes);
            }
        }
    }

    /** Writes a manifest, unless it exists. It is not visible as an image before {@link #tag}. */
    public void write(ManifestContent manifest) throws IOException {
        if (!has(manifest.descriptor())) {
            WholeFile.writeDurably(path(manifest.descriptor().digest()), new ByteArrayInputStream(manifest.content()));
        }
    }

    /**
     * Makes {@code root}, which exists with everything that it refers to, an image under each of these names. Removes
     * files that killed writers have left behind, too.
     */
    public void tag(Descriptor root, List<String> names) throws IOException {
        index.add(root, names);
        Instant limit = Instant.now().minus(ABANDONED);
        WholeFile.removeAbandoned(directory, limit);
        WholeFile.removeAbandoned(blobs(root.digest().algorithm()), limit);
    }

    private ManifestContent read(Descriptor descriptor) throws IOException {
        try (InputStream bytes = openBlob(descriptor)) {
            ManifestContent manifest = new ManifestContent(descriptor.mediaType(), bytes.readAllBytes());
            Optional<String> ambiguity = manifest.ambiguity();
            if (ambiguity.isPresent()) {
                throw new FilteredException("The manifest %s in %s is ambiguous: %s"
                        .formatted(descriptor.digest(), directory, ambiguity.get()));
            }
            return manifest;
        }
    }

    private Path path(Digest digest) {
        return blobs(digest.algorithm()).resolve(digest.hex());
    }

    private Path blobs(String algorithm) {
        return directory.resolve("blobs").resolve(algorithm);
    }

    private static Optional<Digest> digest(String selector) {
        try {
            return Optional.of(Digest.parse(selector));
        } catch (GrammarException e) {
            return Optional.empty();
        }
    }
}
