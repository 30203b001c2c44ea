package io.github.aspirejava.push;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.registry.RegistryRepository;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes to a repository of a registry. */
final class RegistryWriter implements ImageWriter {
    private final RegistryRepository repository;
    private final KnownBlobs known;

    RegistryWriter(RegistryRepository repository, KnownBlobs known) {
        this.repository = repository;
        this.known = known;
    }

    @Override
    public boolean hasManifest(Descriptor manifest) throws IOException {
        return repository.findManifest(manifest.digest().toString()).isPresent();
    }

    @Override
    public void has(List<Blob> blobs) {
        blobs.forEach(blob -> known.add(blob, repository));
    }

    @Override
    public BlobOutcome place(Blob blob) throws IOException, InterruptedException {
        return known.place(blob, repository);
    }

    @Override
    public BlobOutcome restore(Blob blob, Set<Digest> reported) throws IOException, InterruptedException {
        return known.restore(
                blob, repository, reported.contains(blob.descriptor().digest()));
    }

    @Override
    public void store(ManifestContent manifest) throws IOException {
        repository.putManifest(manifest, manifest.descriptor().digest().toString());
    }

    @Override
    public void tag(ManifestContent root, Tag tag) throws IOException {
        repository.putManifest(root, tag.name());
    }

    @Override
    public boolean isTagged(Descriptor root, Tag tag) throws IOException {
        Optional<Digest> current = repository.findManifest(tag.name());
        return current.equals(Optional.of(root.digest()));
    }
}
