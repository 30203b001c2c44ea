package io.github.aspirejava.push;

import io.github.aspirejava.concurrent.SingleFlight;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes to an OCI image layout. */
final class LayoutWriter implements ImageWriter {
    private final PushTarget.InLayout target;
    private final LayoutDirectory layout;
    private final SingleFlight<Path> flights;

    LayoutWriter(PushTarget.InLayout target, SingleFlight<Path> flights) {
        this.target = target;
        this.layout = target.layout();
        this.flights = flights;
    }

    @Override
    public boolean hasManifest(Descriptor manifest) throws IOException {
        return layout.has(manifest);
    }

    @Override
    public void has(List<Blob> blobs) {
        // A layout has one directory for the blobs of all its images.
    }

    @Override
    public BlobOutcome place(Blob blob) throws IOException, InterruptedException {
        Descriptor descriptor = blob.descriptor();
        Path key = layout.directory().resolve(descriptor.digest().hex());
        boolean[] written = new boolean[1];
        while (!layout.has(descriptor)) {
            flights.runOrWait(key, () -> {
                layout.write(blob);
                written[0] = true;
            });
        }
        return written[0] ? BlobOutcome.UPLOADED : BlobOutcome.EXISTING;
    }

    @Override
    public BlobOutcome restore(Blob blob, Set<Digest> reported) throws IOException, InterruptedException {
        return place(blob);
    }

    @Override
    public void store(ManifestContent manifest) throws IOException {
        layout.write(manifest);
    }

    @Override
    public void tag(ManifestContent root, Tag tag) throws IOException {
        layout.write(root);
        layout.tag(root.descriptor(), List.of(target.name(tag)));
    }

    @Override
    public boolean isTagged(Descriptor root, Tag tag) throws IOException {
        return layout.find(target.name(tag)).equals(Optional.of(root));
    }
}
