package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An image where it is stored.
 *
 * @param digest of its manifest
 * @param bytes all that is stored there
 */
record StoredImage(String digest, Bytes bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What can be had by its digest. */
    @FunctionalInterface
    interface Bytes {
        /** The bytes that are stored under {@code digest}; {@code kind} is {@code manifests} or {@code blobs}. */
        byte[] read(String kind, String digest);
    }

    /** The image of this digest in an image layout. */
    static StoredImage inLayout(Path layout, String digest) {
        return new StoredImage(
                digest, (kind, part) -> read(layout.resolve("blobs").resolve(part.replace(':', '/'))));
    }

    /** Reads the manifest, the configuration and every layer; those whose bytes are not the ones of their digest. */
    List<String> damagedParts() {
        byte[] manifest = bytes.read("manifests", digest);
        List<String> damaged = new ArrayList<>();
        if (!digest(manifest).equals(digest)) {
            damaged.add(digest);
        }
        for (String blob : blobs(manifest)) {
            if (!digest(bytes.read("blobs", blob)).equals(blob)) {
                damaged.add(blob);
            }
        }
        return damaged;
    }

    /** The layers as they are stored, the lowest first. */
    List<byte[]> layers() {
        List<String> digests = blobs(bytes.read("manifests", digest));
        return digests.subList(0, digests.size() - 1).stream()
                .map(layer -> bytes.read("blobs", layer))
                .toList();
    }

    /** The configuration as it is stored. */
    byte[] configuration() {
        List<String> digests = blobs(bytes.read("manifests", digest));
        return bytes.read("blobs", digests.get(digests.size() - 1));
    }

    /** The digest of these bytes. */
    static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> blobs(byte[] manifest) {
        try {
            JsonNode content = JSON.readTree(manifest);
            List<String> blobs = new ArrayList<>(content.path("layers").findValuesAsText("digest"));
            blobs.add(content.path("config").path("digest").asText());
            return blobs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
