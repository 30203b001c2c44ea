package io.github.aspirejava.oci.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.WholeFile;
import io.github.aspirejava.text.FilteredException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The {@code index.json} of a layout: its manifests that are images, and their names. */
final class LayoutIndex {
    private static final String REF_NAME = "org.opencontainers.image.ref.name";
    private static final String MARKER = "{\"imageLayoutVersion\":\"1.0.0\"}";

    /** The monitors of directories: a file lock excludes other processes but not other threads of this one. */
    private static final ConcurrentMap<Path, Object> MONITORS = new ConcurrentHashMap<>();

    private final Path directory;
    private final Path file;

    LayoutIndex(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("index.json");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Returns every image, with or without a name. */
    List<Descriptor> roots() throws IOException {
        List<Descriptor> roots = new ArrayList<>();
        for (JsonNode entry : entries(read())) {
            roots.add(descriptor(entry));
        }
        return roots.stream().distinct().toList();
    }

    /** Returns the images that have a name, by it. */
    Map<String, Descriptor> images() throws IOException {
        Map<String, Descriptor> images = new TreeMap<>();
        for (JsonNode entry : entries(read())) {
            String name = name(entry);
            if (!name.isEmpty()) {
                images.put(name, descriptor(entry));
            }
        }
        return images;
    }

    /** Gives {@code root} these names, and removes them from other images. */
    void add(Descriptor root, List<String> names) throws IOException {
        Files.createDirectories(directory);
        synchronized (MONITORS.computeIfAbsent(directory.toRealPath(), d -> new Object())) {
            // The marker file is the lock, because it is the only file of a layout that is never replaced.
            try (FileChannel marker = FileChannel.open(
                            directory.resolve("oci-layout"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = marker.lock()) {
                if (lock.channel().size() == 0) {
                    marker.write(ByteBuffer.wrap(MARKER.getBytes(StandardCharsets.UTF_8)));
                    marker.force(true);
                }
                replace(root, names);
            }
        }
    }

    private void replace(Descriptor root, List<String> names) throws IOException {
        ObjectNode index = exists() ? read() : empty();
        List<JsonNode> entries = new ArrayList<>();
        entries(index).forEach(entries::add);
        entries.removeIf(entry -> names.contains(name(entry)));
        names.forEach(name -> entries.add(entry(root, name)));
        // Sorted, so that the file does not depend on which of several images was finished first.
        entries.sort(Comparator.comparing(LayoutIndex::name));
        index.putArray("manifests").addAll(entries);
        WholeFile.writeDurably(file, new ByteArrayInputStream(Json.write(index)));
    }

    private ObjectNode read() throws IOException {
        try {
            if (Json.parse(Files.readAllBytes(file)) instanceof ObjectNode index) {
                return index;
            }
            throw new FilteredException("%s is not the index of an OCI image layout".formatted(file));
        } catch (NoSuchFileException e) {
            throw new FilteredException(
                    "There is no OCI image layout in %s: index.json is missing".formatted(directory), e);
        }
    }

    private Descriptor descriptor(JsonNode entry) throws IOException {
        try {
            return new Descriptor(
                    entry.path("mediaType").asText(MediaTypes.OCI_MANIFEST),
                    Digest.parse(entry.path("digest").asText()),
                    entry.path("size").asLong());
        } catch (GrammarException e) {
            throw new FilteredException("%s has an entry that is no descriptor: %s".formatted(file, e.what()), e);
        }
    }

    private static ArrayNode entries(ObjectNode index) {
        return index.path("manifests") instanceof ArrayNode entries ? entries : JsonNodeFactory.instance.arrayNode();
    }

    private static String name(JsonNode entry) {
        return entry.path("annotations").path(REF_NAME).asText("");
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode().put("schemaVersion", 2).put("mediaType", MediaTypes.OCI_INDEX);
    }

    private static ObjectNode entry(Descriptor root, String name) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("mediaType", root.mediaType())
                .put("digest", root.digest().toString())
                .put("size", root.size());
        entry.putObject("annotations").put(REF_NAME, name);
        return entry;
    }
}
