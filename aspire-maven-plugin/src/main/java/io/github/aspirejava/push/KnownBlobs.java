package io.github.aspirejava.push;

import io.github.aspirejava.concurrent.SingleFlight;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.registry.RegistryRepository;
import io.github.aspirejava.oci.registry.UploadSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The repositories that hold blobs, as known to this session. The first image that needs a blob that a registry lacks
 * places it there; all others wait for that and mount it.
 */
final class KnownBlobs {
    private final ConcurrentMap<Key, Set<Repository>> holders = new ConcurrentHashMap<>();
    /** Of several images in one repository, one places a shared blob. */
    private final SingleFlight<Place> perRepository = new SingleFlight<>();
    /** Of several repositories that need the same blob, one receives its bytes. */
    private final SingleFlight<Key> perRegistry = new SingleFlight<>();

    /** Records that {@code target} holds {@code blob}. */
    void add(Blob blob, RegistryRepository target) {
        holders(key(blob, target)).add(target.name());
    }

    /** Places {@code blob} in {@code target}. */
    BlobOutcome place(Blob blob, RegistryRepository target) throws IOException, InterruptedException {
        Key key = key(blob, target);
        Set<Repository> known = holders(key);
        Placement placement = new Placement(blob, target, key, known);
        while (!known.contains(target.name())) {
            perRepository.runOrWait(new Place(key, target.name()), placement);
        }
        return placement.outcome.orElse(BlobOutcome.EXISTING);
    }

    /**
     * Places a blob again in a repository that has lost it, or never got it from a mount: by an upload.
     *
     * @param lacking whether {@code target} has reported that it lacks the blob; it is asked otherwise
     */
    BlobOutcome restore(Blob blob, RegistryRepository target, boolean lacking)
            throws IOException, InterruptedException {
        Key key = key(blob, target);
        BlobOutcome[] outcome = {BlobOutcome.EXISTING};
        perRepository.runOrWait(new Place(key, target.name()), () -> {
            holders(key).remove(target.name());
            if (lacking || !target.blobs().has(key.digest())) {
                target.blobs().upload(target.blobs().startUpload(key.digest()), blob);
                outcome[0] = BlobOutcome.UPLOADED;
            }
            holders(key).add(target.name());
        });
        return outcome[0];
    }

    private static Key key(Blob blob, RegistryRepository target) {
        return new Key(target.host(), blob.descriptor().digest());
    }

    private Set<Repository> holders(Key key) {
        return holders.computeIfAbsent(key, k -> new ConcurrentSkipListSet<>());
    }

    private record Key(RegistryHost host, Digest digest) {}

    private record Place(Key key, Repository repository) {}

    /** The placement of a blob in one repository. */
    private final class Placement implements SingleFlight.Action {
        private final Blob blob;
        private final RegistryRepository target;
        private final Key key;
        private final Set<Repository> known;
        private Optional<BlobOutcome> outcome = Optional.empty();

        Placement(Blob blob, RegistryRepository target, Key key, Set<Repository> known) {
            this.blob = blob;
            this.target = target;
            this.key = key;
            this.known = known;
        }

        @Override
        public void run() throws IOException, InterruptedException {
            if (known.contains(target.name())) {
                return; // another flight has ended between the caller's check and the start of this one
            }
            if (target.blobs().has(key.digest())) {
                end(BlobOutcome.EXISTING);
                return;
            }
            while (known.isEmpty()) {
                perRegistry.runOrWait(key, this::beFirst);
            }
            if (outcome.isEmpty()) {
                end(bring(known.stream().findFirst()));
            }
        }

        /** Places it in a registry on which no holder of the blob is known to this session. */
        private void beFirst() throws IOException {
            if (known.isEmpty()) {
                end(bring(blob.origin()
                        .filter(origin -> origin.host().equals(target.host()))
                        .map(BlobOrigin::repository)
                        .filter(repository -> !repository.equals(target.name()))));
            }
        }

        private BlobOutcome bring(Optional<Repository> from) throws IOException {
            Optional<UploadSession> session = from.isPresent()
                    ? target.blobs().mount(key.digest(), from.get())
                    : Optional.of(target.blobs().startUpload(key.digest()));
            if (session.isEmpty()) {
                return BlobOutcome.MOUNTED;
            }
            target.blobs().upload(session.get(), blob);
            return BlobOutcome.UPLOADED;
        }

        private void end(BlobOutcome how) {
            outcome = Optional.of(how);
            known.add(target.name());
        }
    }
}
