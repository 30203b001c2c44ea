package io.github.aspirejava.fakes.registry;

import io.github.aspirejava.image.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The contents of the registry's repositories. */
public final class RegistryContents {
    private final Map<String, StoredManifest> manifests = new ConcurrentHashMap<>();
    private final Map<String, StoredBlob> blobs = new ConcurrentHashMap<>();

    /** Returns the manifest of a tag or digest. */
    public Optional<StoredManifest> manifest(String repository, String selector) {
        return Optional.ofNullable(manifests.get(repository + '/' + selector));
    }

    /** Returns whether the blob exists. */
    public boolean hasBlob(String repository, Digest digest) {
        return find(repository, digest.toString()).isPresent();
    }

    /** Returns the bytes of a blob. */
    public Optional<byte[]> blob(String repository, Digest digest) {
        return find(repository, digest.toString()).map(blob -> {
            try (InputStream bytes = blob.bytes().open()) {
                return bytes.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Stores a blob under a digest, which need not match. */
    public void putBlob(String repository, Digest digest, byte[] bytes) {
        byte[] copy = bytes.clone();
        putBlob(repository, new StoredBlob(digest, copy.length, () -> new ByteArrayInputStream(copy)));
    }

    /** Removes a blob, as a garbage collection does. */
    public void removeBlob(String repository, Digest digest) {
        blobs.remove(repository + '/' + digest);
    }

    /** Stores a manifest under a tag or digest, which need not match. */
    public void putManifest(String repository, String selector, String mediaType, byte[] content) {
        putManifest(repository, selector, new StoredManifest(mediaType, content));
    }

    void putManifest(String repository, String selector, StoredManifest manifest) {
        manifests.put(repository + '/' + selector, manifest);
    }

    void putBlob(String repository, StoredBlob blob) {
        blobs.put(repository + '/' + blob.digest(), blob);
    }

    Optional<StoredBlob> find(String repository, String digest) {
        return Optional.ofNullable(blobs.get(repository + '/' + digest));
    }

    /** Records the existence of a blob, and no more of it. */
    void count(String repository, Digest digest, long size) {
        putBlob(repository, new StoredBlob(digest, size, () -> {
            throw new IOException("The registry has only counted the bytes of " + digest);
        }));
    }
}
