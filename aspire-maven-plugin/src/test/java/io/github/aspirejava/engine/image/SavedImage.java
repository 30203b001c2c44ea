package io.github.aspirejava.engine.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.MediaTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * An image in the form of an engine's export.
 *
 * @param id the engine's id of it
 * @param layers its layers, not compressed
 */
public record SavedImage(Digest id, List<byte[]> layers, Map<String, byte[]> files) {
    /** Creates an export in the format of Docker up to 24: a directory for each layer. */
    public static SavedImage inDirectories(String... contents) {
        List<byte[]> layers = tars(contents);
        byte[] config = config(layers);
        Map<String, byte[]> files = new LinkedHashMap<>();
        ObjectNode image = Json.object().put("Config", Digest.of(config).hex() + ".json");
        ArrayNode paths = image.putArray("Layers");
        for (int i = 0; i < layers.size(); i++) {
            files.put("layer-%d/VERSION".formatted(i), "1.0".getBytes(StandardCharsets.UTF_8));
            files.put("layer-%d/json".formatted(i), "{}".getBytes(StandardCharsets.UTF_8));
            files.put("layer-%d/layer.tar".formatted(i), layers.get(i));
            paths.add("layer-%d/layer.tar".formatted(i));
        }
        files.put(Digest.of(config).hex() + ".json", config);
        files.put("manifest.json", Json.write(Json.object().putArray("images").add(image)));
        return new SavedImage(Digest.of(config), layers, files);
    }

    /** Creates an export of an engine that stores images as registries do. */
    public static SavedImage inLayout(String... contents) {
        List<byte[]> layers = tars(contents);
        byte[] config = config(layers);
        Map<String, byte[]> files = new LinkedHashMap<>();
        ObjectNode manifest = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.OCI_MANIFEST);
        manifest.set("config", blob(files, MediaTypes.OCI_CONFIG, config));
        ArrayNode list = manifest.putArray("layers");
        layers.forEach(layer -> list.add(blob(files, MediaTypes.OCI_LAYER_GZIP, gzip(layer))));
        byte[] written = Json.write(manifest);
        blob(files, MediaTypes.OCI_MANIFEST, written);
        files.put("manifest.json", "[]".getBytes(StandardCharsets.UTF_8));
        return new SavedImage(Digest.of(written), layers, files);
    }

    /** Returns the same image, exported with layers that are not its own. */
    public SavedImage withOtherLayers(String... contents) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.putAll(inDirectories(contents).files().entrySet().stream()
                .filter(file -> file.getKey().endsWith("layer.tar"))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return new SavedImage(id, layers, changed);
    }

    /** Returns the archive that the engine sends. */
    public byte[] archive() {
        return tar(files);
    }

    private static List<byte[]> tars(String... contents) {
        List<byte[]> layers = new ArrayList<>();
        for (String content : contents) {
            layers.add(tar(Map.of("file", content.repeat(10_000).getBytes(StandardCharsets.UTF_8))));
        }
        return layers;
    }

    private static byte[] config(List<byte[]> layers) {
        ObjectNode config = Json.object().put("os", "linux").put("architecture", "amd64");
        ArrayNode diffIds = config.putObject("rootfs").put("type", "layers").putArray("diff_ids");
        layers.forEach(layer -> diffIds.add(Digest.of(layer).toString()));
        return Json.write(config);
    }

    private static ObjectNode blob(Map<String, byte[]> files, String type, byte[] content) {
        files.put("blobs/sha256/" + Digest.of(content).hex(), content);
        return Json.object()
                .put("mediaType", type)
                .put("digest", Digest.of(content).toString())
                .put("size", content.length);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] tar(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
