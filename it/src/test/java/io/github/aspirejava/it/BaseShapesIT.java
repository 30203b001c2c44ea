package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Base images in image layouts, as written by tools that omit optional parts or stack many layers. */
class BaseShapesIT {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path layout;
    private ObjectNode manifest;

    /** Copies the base image of the tests to a layout of its own. */
    @BeforeEach
    void copyBase() throws IOException {
        Path base = Path.of(Workspace.baseImage().substring("oci:".length()));
        layout = Workspace.newDirectory("base");
        Path blobs = Files.createDirectories(layout.resolve("blobs/sha256"));
        try (var files = Files.list(base.resolve("blobs/sha256"))) {
            for (Path blob : files.toList()) {
                Files.createLink(blobs.resolve(blob.getFileName()), blob);
            }
        }
        Files.copy(base.resolve("oci-layout"), layout.resolve("oci-layout"));
        ObjectNode entry = (ObjectNode) JSON.readTree(base.resolve("index.json").toFile())
                .path("manifests")
                .get(0);
        manifest =
                (ObjectNode) JSON.readTree(blob(entry.path("digest").asText()).toFile());
    }

    private Path blob(String digest) {
        return layout.resolve("blobs").resolve(digest.replace(':', '/'));
    }

    private ObjectNode write(String mediaType, byte[] content) throws IOException {
        String digest = StoredImage.digest(content);
        Files.write(blob(digest), content);
        return JSON.createObjectNode()
                .put("mediaType", mediaType)
                .put("digest", digest)
                .put("size", content.length);
    }

    private ObjectNode write(ObjectNode document) throws IOException {
        return write(document.path("mediaType").asText(), JSON.writeValueAsBytes(document));
    }

    private ObjectNode index(ObjectNode entry) {
        ObjectNode index = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", INDEX);
        index.putArray("manifests").add(entry);
        return index;
    }

    private void writeRoot(ObjectNode entry) throws IOException {
        Files.write(layout.resolve("index.json"), JSON.writeValueAsBytes(index(entry)));
    }

    /** Adds a number of small layers to the base image. */
    private void makeDeep(int layers) throws IOException {
        ObjectNode config = (ObjectNode) JSON.readTree(
                blob(manifest.path("config").path("digest").asText()).toFile());
        ArrayNode diffIds = (ArrayNode) config.path("rootfs").path("diff_ids");
        config.remove("history");
        while (diffIds.size() < layers) {
            byte[] tar = tar("layer" + diffIds.size());
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(tar);
            }
            diffIds.add(StoredImage.digest(tar));
            ((ArrayNode) manifest.path("layers")).add(write(LAYER, compressed.toByteArray()));
        }
        manifest.set(
                "config", write(manifest.path("config").path("mediaType").asText(), JSON.writeValueAsBytes(config)));
        manifest.put("mediaType", "application/vnd.oci.image.manifest.v1+json");
        writeRoot(write(manifest));
    }

    private static byte[] tar(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.putArchiveEntry(new TarArchiveEntry(name));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private BuildResult push(Sample shop) {
        return MavenBuild.of(shop)
                .intoBundle()
                .property("shop.base", "oci:" + layout)
                .property("aspire.services", "api")
                .run("aspire:push");
    }

    @NeedsSkopeo
    @Test
    void areReadFromAnIndexInAnIndexThatNamesNoPlatform() throws IOException {
        manifest.put("mediaType", "application/vnd.oci.image.manifest.v1+json");
        writeRoot(write(index(write(index(write(manifest))))));
        Sample shop = Sample.copyOf("shop");

        BuildResult push = push(shop);

        assertThat(push).succeeded();
        assertThat(Skopeo.configuration("oci:" + shop.file("target/bundle") + ":api:1.0.0")
                        .path("architecture")
                        .asText())
                .isEqualTo("amd64");
    }

    @NeedsEngine
    @NeedsSkopeo
    @Test
    void leaveAsManyLayersToTheImageAsAnEngineLoads() throws IOException {
        makeDeep(123);
        Sample shop = Sample.copyOf("shop");

        BuildResult push = push(shop);

        assertThat(push).succeeded();
        String image = "oci:" + shop.file("target/bundle") + ":api:1.0.0";
        assertThat(Skopeo.manifest(image).path("layers")).hasSize(125);
        Path archive = Workspace.newDirectory("archive").resolve("deep.tar");
        Skopeo.copy(image, "docker-archive:" + archive + ":aspire-it/deep:1");
        assertThat(DockerEngine.output("load", "--input", archive.toString()))
                .anyMatch(line -> line.contains("Loaded image"));
    }

    @Test
    void areNamedWithTheirNumberOfLayersWhereTheyHaveRoomForNone() throws IOException {
        makeDeep(125);
        Sample shop = Sample.copyOf("shop");

        assertThat(push(shop))
                .failed()
                .hasNoStackTrace()
                .hasErrorWith(List.of(
                        "pom.xml:%d: The base image of api has 125 layers, and the image at least 1 more: engines support at most 125. Write a base image with fewer layers: <baseImage>"
                                .formatted(shop.lineOf("pom.xml", "<baseImage>"))));
    }
}
