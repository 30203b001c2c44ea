package io.github.aspirejava.oci;

import io.github.aspirejava.fakes.registry.RegistryContents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The contents of a fake registry as the values that the plugin reads and writes. */
public final class StoredImages {
    private StoredImages() {}

    /** Returns the manifest of a tag or digest. */
    public static Optional<ManifestContent> manifest(RegistryContents contents, String repository, String selector) {
        return contents.manifest(repository, selector)
                .map(manifest -> new ManifestContent(manifest.mediaType(), manifest.content()));
    }

    /** Stores a manifest under a tag or digest, which need not match. */
    public static void putManifest(
            RegistryContents contents, String repository, String selector, ManifestContent manifest) {
        contents.putManifest(repository, selector, manifest.descriptor().mediaType(), manifest.content());
    }

    /** Stores a blob. */
    public static void putBlob(RegistryContents contents, String repository, Blob blob) {
        try (InputStream bytes = blob.open()) {
            contents.putBlob(repository, blob.descriptor().digest(), bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
