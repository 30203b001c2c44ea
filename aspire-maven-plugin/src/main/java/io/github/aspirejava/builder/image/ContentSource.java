package io.github.aspirejava.builder.image;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.ManifestContent;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An image of this run as a base image or as a source of files. */
public final class ContentSource implements ImageSource {
    private final Map<String, ManifestContent> manifests = new HashMap<>();
    private final Map<Digest, Blob> blobs = new HashMap<>();

    ContentSource(ImageContent image) {
        image.children().forEach(this::add);
        add(image.root());
        image.blobs().forEach(blob -> blobs.put(blob.descriptor().digest(), blob));
    }

    /** Returns the image as a base of others. */
    public static BaseImage.Existing of(ImageContent image, String service) {
        return new BaseImage.Existing(
                new ContentSource(image), image.root().descriptor().digest().toString(), service);
    }

    private void add(ManifestContent manifest) {
        manifests.put(manifest.descriptor().digest().toString(), manifest);
    }

    @Override
    public ManifestContent manifest(String selector) throws IOException {
        ManifestContent manifest = manifests.get(selector);
        if (manifest == null) {
            throw new FileNotFoundException("it has no manifest " + selector);
        }
        return manifest;
    }

    @Override
    public InputStream openBlob(Descriptor descriptor) throws IOException {
        Blob blob = blobs.get(descriptor.digest());
        if (blob == null) {
            throw new FileNotFoundException("it has no blob " + descriptor.digest());
        }
        return blob.open();
    }

    @Override
    public Optional<BlobOrigin> origin() {
        return Optional.empty();
    }

    @Override
    public Optional<BlobOrigin> origin(Descriptor blob) {
        return Optional.ofNullable(blobs.get(blob.digest())).flatMap(Blob::origin);
    }
}
