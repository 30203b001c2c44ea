package io.github.aspirejava.builder.javaapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.ManifestContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the parts of an image, as an engine would. */
public final class WrittenImage {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ImageContent image;
    private final ManifestContent manifest;

    public WrittenImage(ImageContent image) {
        this(image, image.root());
    }

    public WrittenImage(ImageContent image, ManifestContent manifest) {
        this.image = image;
        this.manifest = manifest;
    }

    JsonNode manifest() throws IOException {
        return MAPPER.readTree(manifest.content());
    }

    public JsonNode config() throws IOException {
        return MAPPER.readTree(blob(manifest().path("config").path("digest").asText()));
    }

    List<String> entrypoint() throws IOException {
        List<String> words = new ArrayList<>();
        config().path("config").path("Entrypoint").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** Returns the class path: the jar that is started or, if its manifest lists others, those. */
    List<String> classpath() throws IOException {
        List<String> words = entrypoint();
        String started = words.get(words.indexOf("-jar") + 1);
        String listed = manifestOf(started).getMainAttributes().getValue("Class-Path");
        return listed == null
                ? List.of(started)
                : Stream.of(listed.split(" ")).map(element -> "/app/" + element).toList();
    }

    /** Returns the manifest of the jar that is started. */
    public Manifest launchManifest() throws IOException {
        List<String> words = entrypoint();
        return manifestOf(words.get(words.indexOf("-jar") + 1));
    }

    private Manifest manifestOf(String jar) throws IOException {
        for (String layer : layers()) {
            for (Map.Entry<TarArchiveEntry, byte[]> entry : entries(layer).entrySet()) {
                if (("/" + entry.getKey().getName()).equals(jar)) {
                    try (JarInputStream content =
                            new JarInputStream(new java.io.ByteArrayInputStream(entry.getValue()))) {
                        return content.getManifest() == null ? new Manifest() : content.getManifest();
                    }
                }
            }
        }
        throw new IOException("no file " + jar);
    }

    public List<String> layers() throws IOException {
        List<String> digests = new ArrayList<>();
        manifest()
                .path("layers")
                .forEach(layer -> digests.add(layer.path("digest").asText()));
        return digests;
    }

    /** Returns the media types of the manifest, its configuration and its layers. */
    List<String> mediaTypes() throws IOException {
        List<String> types = new ArrayList<>(List.of(
                manifest().path("mediaType").asText(),
                manifest().path("config").path("mediaType").asText()));
        types.addAll(manifest().path("layers").findValuesAsText("mediaType"));
        return types;
    }

    /** Returns the names of the layers in the history. */
    public List<String> layerNames() throws IOException {
        List<String> names = new ArrayList<>();
        config().path("history")
                .forEach(entry -> names.add(entry.path("comment").asText()));
        return names;
    }

    byte[] blob(String digest) throws IOException {
        for (Blob blob : image.blobs()) {
            if (blob.descriptor().digest().equals(Digest.parse(digest))) {
                try (InputStream in = blob.open()) {
                    return in.readAllBytes();
                }
            }
        }
        throw new IOException("no blob " + digest);
    }

    static byte[] gunzip(byte[] layer) throws IOException {
        try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(layer))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        }
    }

    public Map<TarArchiveEntry, byte[]> entries(String layer) throws IOException {
        Map<TarArchiveEntry, byte[]> entries = new LinkedHashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new java.io.ByteArrayInputStream(gunzip(blob(layer))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry, tar.readAllBytes());
            }
        }
        return entries;
    }

    /** Unpacks the files of all layers, one over the other, into {@code directory}. */
    void unpack(Path directory) throws IOException {
        for (String layer : layers()) {
            for (Map.Entry<TarArchiveEntry, byte[]> entry : entries(layer).entrySet()) {
                Path target = directory.resolve(entry.getKey().getName());
                if (entry.getKey().isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.write(target, entry.getValue());
                }
            }
        }
    }

    /** Writes the image as an OCI image layout. */
    void writeLayout(Path directory) throws IOException {
        Path blobs = Files.createDirectories(directory.resolve("blobs/sha256"));
        for (Blob blob : image.blobs()) {
            try (InputStream in = blob.open()) {
                Files.copy(in, blobs.resolve(blob.descriptor().digest().hex()));
            }
        }
        List<ManifestContent> manifests = new ArrayList<>(image.children());
        manifests.add(image.root());
        for (ManifestContent written : manifests) {
            Files.write(blobs.resolve(written.descriptor().digest().hex()), written.content());
        }
        Files.writeString(directory.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(
                directory.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[%s]}"
                        .formatted(MemoryImageSource.json(image.root().descriptor())));
    }
}
