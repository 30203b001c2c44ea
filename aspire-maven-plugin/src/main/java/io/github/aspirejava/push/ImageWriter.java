package io.github.aspirejava.push;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ManifestContent;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The operations of writing an image to one kind of target. */
interface ImageWriter {
    /** Returns whether the target has this manifest, and so everything that it refers to. */
    boolean hasManifest(Descriptor manifest) throws IOException;

    /** Records that the target has all of these blobs: other images may need them. */
    void has(List<Blob> blobs);

    /** Gets a blob to the target in the cheapest way. */
    BlobOutcome place(Blob blob) throws IOException, InterruptedException;

    /**
     * Gets a blob to the target again, because a manifest that refers to it was refused.
     *
     * @param reported the digests that the refusal names
     */
    BlobOutcome restore(Blob blob, Set<Digest> reported) throws IOException, InterruptedException;

    /** Stores a manifest under its digest. */
    void store(ManifestContent manifest) throws IOException;

    /** Points the tag to {@code root}, which is stored by this if it is not yet. */
    void tag(ManifestContent root, Tag tag) throws IOException;

    /** Returns whether the tag points to {@code root} already. */
    boolean isTagged(Descriptor root, Tag tag) throws IOException;
}
