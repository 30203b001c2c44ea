package io.github.aspirejava.push;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.concurrent.Interruptible;
import io.github.aspirejava.concurrent.SingleFlight;
import io.github.aspirejava.concurrent.Subtasks;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.DockerForm;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.registry.RegistryException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Pushes images. There is one pusher in a Maven session, used by all threads: it records the blobs that each repository
 * holds, so that a blob that several images share is uploaded once to each registry and mounted everywhere else.
 */
public final class Pusher {
    private final boolean verifying;
    private final KnownBlobs known = new KnownBlobs();
    private final SingleFlight<Path> layoutFlights = new SingleFlight<>();
    private final MovingTags moving = new MovingTags();

    /** Creates a pusher that takes the blobs of a manifest that is there for present. */
    public Pusher() {
        this(false);
    }

    /** Creates a pusher; {@code verifying} tells whether it looks for each blob of an image that is there. */
    public Pusher(boolean verifying) {
        this.verifying = verifying;
    }

    /**
     * Waits for the tags that are being moved now, at most for {@code atMost}: to be called before requests are
     * aborted.
     */
    public void awaitTags(Duration atMost) {
        try {
            moving.await(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Places all blobs of an image in its target, in parallel if called in a {@link java.util.concurrent.ForkJoinPool}.
     * The image is not visible to pulls yet. An image that exists, and that the first of its tags points to, costs one
     * request.
     *
     * @param tags the tags for the later call of {@link #tag}
     * @throws IOException if a blob cannot be read or written; the others may be there then
     * @throws InterruptedException if the thread is interrupted, or the push cancelled while bytes are sent
     * @throws CancellationException if the push has been cancelled
     */
    public UploadedImage upload(ImageContent image, PushTarget target, List<Tag> tags, Cancellation cancellation)
            throws IOException, InterruptedException {
        return Interruptible.call(() -> {
            cancellation.throwIfCancelled();
            ImageWriter writer = writer(target);
            Descriptor root = image.root().descriptor();
            Map<Tag, Boolean> asked = new HashMap<>();
            if (!tags.isEmpty()) {
                asked.put(tags.get(0), writer.isTagged(root, tags.get(0)));
            }
            boolean present = asked.containsValue(true) || writer.hasManifest(root);
            if (present && !verifying) {
                writer.has(image.blobs());
                BlobCounts existing = new BlobCounts(0, 0, image.blobs().size());
                return new UploadedImage(image, target, true, asked, existing, 0);
            }
            List<BlobOutcome> outcomes = Subtasks.map(image.blobs(), blob -> {
                cancellation.throwIfCancelled();
                return writer.place(new CancellableBlob(blob, cancellation));
            });
            return new UploadedImage(
                    image,
                    target,
                    present && isWhole(image, outcomes, writer),
                    asked,
                    BlobCounts.of(outcomes),
                    BlobOutcome.bytesUploaded(image.blobs(), outcomes));
        });
    }

    private static boolean isWhole(ImageContent image, List<BlobOutcome> outcomes, ImageWriter writer)
            throws IOException {
        boolean whole = outcomes.stream().allMatch(outcome -> outcome == BlobOutcome.EXISTING);
        for (ManifestContent child : image.children()) {
            whole = whole && writer.hasManifest(child.descriptor());
        }
        return whole;
    }

    /**
     * Makes an uploaded image visible: writes the manifests that the target lacks, an index after those that it refers
     * to, and last moves the tags. A tag that points to the image already is not written.
     *
     * @param tags the tags; without any the image can be pulled by its digest only
     * @throws IOException if a manifest cannot be written; some of the tags may have moved then
     * @throws InterruptedException if the thread is interrupted; no further tag has moved then
     * @throws CancellationException if the push has been cancelled; no further tag has moved then
     */
    public PushedImage tag(UploadedImage uploaded, List<Tag> tags, Cancellation cancellation)
            throws IOException, InterruptedException {
        return Interruptible.call(() -> {
            ImageWriter writer = writer(uploaded.target());
            try {
                return publishWhole(uploaded, tags, writer, cancellation);
            } catch (RegistryException e) {
                Optional<ImageContent> form = uploaded.keepsDigest() || !OciRefusal.is(e)
                        ? Optional.empty()
                        : DockerForm.of(uploaded.image());
                if (form.isEmpty()) {
                    throw e;
                }
                try {
                    return publish(uploaded.as(form.get()), tags, writer, cancellation);
                } catch (RegistryException again) {
                    e.addSuppressed(again);
                    throw e.saying(e.getMessage() + " It refused the manifest in Docker's format, too.");
                }
            }
        });
    }

    /** Publishes an image; blobs that the registry has lost since it was asked for them are placed again, once. */
    private PushedImage publishWhole(
            UploadedImage uploaded, List<Tag> tags, ImageWriter writer, Cancellation cancellation)
            throws IOException, InterruptedException {
        try {
            return publish(uploaded, tags, writer, cancellation);
        } catch (RegistryException e) {
            Optional<MissingBlobs> missing = MissingBlobs.of(e);
            if (missing.isEmpty()) {
                throw e;
            }
            List<BlobOutcome> outcomes = Subtasks.map(uploaded.image().blobs(), blob -> {
                cancellation.throwIfCancelled();
                return writer.restore(
                        new CancellableBlob(blob, cancellation), missing.get().reported());
            });
            return publish(uploaded.restored(outcomes), tags, writer, cancellation);
        }
    }

    private PushedImage publish(UploadedImage uploaded, List<Tag> tags, ImageWriter writer, Cancellation cancellation)
            throws IOException, InterruptedException {
        ImageContent image = uploaded.image();
        ManifestContent root = image.root();
        if (!uploaded.alreadyThere()) {
            for (ManifestContent child : image.children()) {
                cancellation.throwIfCancelled();
                writer.store(child);
            }
            if (tags.isEmpty()) {
                cancellation.throwIfCancelled();
                writer.store(root);
            }
        }
        boolean changed = !uploaded.alreadyThere();
        for (Tag tag : tags) {
            cancellation.throwIfCancelled();
            // A tag cannot point to a manifest that did not exist, which saves the request.
            boolean right = uploaded.alreadyThere()
                    && (uploaded.asked().containsKey(tag)
                            ? uploaded.asked().get(tag)
                            : writer.isTagged(root.descriptor(), tag));
            if (!right) {
                moving.during(() -> {
                    cancellation.throwIfCancelled();
                    writer.tag(root, tag);
                });
                changed = true;
            }
        }
        return PushedImage.of(
                        tags.stream().map(uploaded.target()::reference).toList(),
                        root.descriptor().digest(),
                        root.descriptor().mediaType(),
                        image.platforms(),
                        uploaded.blobs())
                .size(image.size())
                .bytesUploaded(uploaded.bytesUploaded())
                .changed(changed)
                .build();
    }

    private ImageWriter writer(PushTarget target) {
        if (target instanceof PushTarget.InRegistry registry) {
            return new RegistryWriter(registry.repository(), known);
        }
        return new LayoutWriter((PushTarget.InLayout) target, layoutFlights);
    }
}
