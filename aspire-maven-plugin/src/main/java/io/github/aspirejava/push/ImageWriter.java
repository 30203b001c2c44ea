package io.github.aspirejava.push;

import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ManifestContent;
import java.io.IOException;
import java.util.List;

/** The steps of writing an image, as each kind of target takes them. */
interface ImageWriter {
    /** Whether the target has this manifest, and so all that it refers to. */
    boolean hasManifest(Descriptor manifest) throws IOException;

    /** Takes note that the target has all of these blobs: other images may need them. */
    void has(List<Blob> blobs);

    /** Gets a blob to the target in the cheapest way. */
    BlobOutcome place(Blob blob) throws IOException, InterruptedException;

    /** Stores a manifest under its digest. */
    void store(ManifestContent manifest) throws IOException;

    /** What the tag points to becomes {@code root}, which is stored by this if it is not yet. */
    void tag(ManifestContent root, Tag tag) throws IOException;

    /** Whether the tag points to {@code root} already. */
    boolean isTagged(Descriptor root, Tag tag) throws IOException;
}
