package io.github.aspirejava.builder.image;

import io.github.aspirejava.concurrent.Memo;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.ManifestContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A base image's source, shared by all services of a session that are built upon it. Small content is read once:
 * services do not request it again, and all of them get the same image even if its tag moves meanwhile.
 */
final class SharedSource implements ImageSource {
    /** The size up to which content is shared: configurations are shorter, as a rule, and layers longer. */
    private static final int MAX_SHARED_BYTES = 256 * 1024;

    private final ImageSource source;
    private final Memo<String, ManifestContent> manifests = new Memo<>();
    private final Memo<Descriptor, byte[]> blobs = new Memo<>();

    SharedSource(ImageSource source) {
        this.source = source;
    }

    @Override
    public ManifestContent manifest(String selector) throws IOException {
        return manifests.get(selector, () -> source.manifest(selector));
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the caller closes the stream
    public InputStream openBlob(Descriptor descriptor) throws IOException {
        if (descriptor.size() > MAX_SHARED_BYTES) {
            return source.openBlob(descriptor);
        }
        return new ByteArrayInputStream(blobs.get(descriptor, () -> read(descriptor)));
    }

    @Override
    public Optional<BlobOrigin> origin() {
        return source.origin();
    }

    @Override
    public Optional<BlobOrigin> origin(Descriptor blob) {
        return source.origin(blob);
    }

    private byte[] read(Descriptor descriptor) throws IOException {
        try (InputStream bytes = source.openBlob(descriptor)) {
            return bytes.readAllBytes();
        }
    }
}
