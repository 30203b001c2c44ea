package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image in its storage.
 *
 * @param digest the digest of its manifest
 * @param bytes the storage
 */
record StoredImage(String digest, Bytes bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A content-addressable storage. */
    @FunctionalInterface
    interface Bytes {
        /**
         * Returns the bytes that are stored under {@code digest}; {@code kind} is {@code manifests} or {@code blobs}.
         */
        byte[] read(String kind, String digest);
    }

    /** Returns the image of this digest in an image layout. */
    static StoredImage inLayout(Path layout, String digest) {
        return new StoredImage(
                digest, (kind, part) -> read(layout.resolve("blobs").resolve(part.replace(':', '/'))));
    }

    /**
     * Reads the manifest, the configuration and every layer, and returns those whose bytes do not match their digest.
     */
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

    /** Returns the files in its layers whose {@code name} matches, in any directory. */
    List<byte[]> files(Predicate<String> name) {
        List<byte[]> files = new ArrayList<>();
        try {
            for (JsonNode layer : JSON.readTree(bytes.read("manifests", digest)).path("layers")) {
                byte[] blob = bytes.read("blobs", layer.path("digest").asText());
                try (TarArchiveInputStream tar =
                        new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(blob)))) {
                    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                        if (entry.isFile() && name.test(entry.getName().replaceFirst(".*/", ""))) {
                            files.add(tar.readAllBytes());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Returns the layers as they are stored, the lowest first. */
    List<byte[]> layers() {
        List<String> digests = blobs(bytes.read("manifests", digest));
        return digests.subList(0, digests.size() - 1).stream()
                .map(layer -> bytes.read("blobs", layer))
                .toList();
    }

    /** Returns the configuration as it is stored. */
    byte[] configuration() {
        List<String> digests = blobs(bytes.read("manifests", digest));
        return bytes.read("blobs", digests.get(digests.size() - 1));
    }

    /**
     * Returns the class path of a Java application: the jar that its entry point starts or, if the manifest of that
     * lists others, those, each by its name below {@code /app}.
     */
    List<String> classpath() {
        try {
            JsonNode entrypoint = JSON.readTree(configuration()).path("config").path("Entrypoint");
            String started = entrypoint.path(entrypoint.size() - 1).asText().replaceFirst("^/app/", "");
            byte[] jar = files(name -> name.equals(started)).get(0);
            try (JarInputStream content = new JarInputStream(new ByteArrayInputStream(jar))) {
                String listed = content.getManifest().getMainAttributes().getValue("Class-Path");
                return listed == null ? List.of(started) : List.of(listed.split(" "));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the digest of these bytes. */
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
