package io.github.aspirejava.push;

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
 * Which repositories hold which blobs, as far as this session knows. The first image that needs a blob which a registry
 * has not brings it there; all others wait for that and mount it.
 */
final class KnownBlobs {
    private final ConcurrentMap<Key, Set<Repository>> holders = new ConcurrentHashMap<>();
    private final SingleFlight<Key> flights = new SingleFlight<>();

    /** Gets {@code blob} into {@code target}. */
    BlobOutcome place(Blob blob, RegistryRepository target) throws IOException, InterruptedException {
        Digest digest = blob.descriptor().digest();
        Set<Repository> known =
                holders.computeIfAbsent(new Key(target.host(), digest), key -> new ConcurrentSkipListSet<>());
        if (known.contains(target.name())) {
            return BlobOutcome.EXISTING;
        }
        if (target.hasBlob(digest)) {
            known.add(target.name());
            return BlobOutcome.EXISTING;
        }
        First first = new First(blob, target, known);
        while (known.isEmpty() && first.outcome.isEmpty()) {
            flights.runOrWait(new Key(target.host(), digest), first);
        }
        if (first.outcome.isPresent()) {
            return first.outcome.get();
        }
        if (known.contains(target.name())) {
            return BlobOutcome.EXISTING;
        }
        BlobOutcome outcome = bring(blob, target, known.stream().findFirst());
        known.add(target.name());
        return outcome;
    }

    private static BlobOutcome bring(Blob blob, RegistryRepository target, Optional<Repository> from)
            throws IOException {
        Digest digest = blob.descriptor().digest();
        Optional<UploadSession> session =
                from.isPresent() ? target.mount(digest, from.get()) : Optional.of(target.startUpload(digest));
        if (session.isEmpty()) {
            return BlobOutcome.MOUNTED;
        }
        target.upload(session.get(), blob);
        return BlobOutcome.UPLOADED;
    }

    private record Key(RegistryHost host, Digest digest) {}

    /** Brings a blob to a registry where this session knows it nowhere. */
    private static final class First implements SingleFlight.Action {
        private final Blob blob;
        private final RegistryRepository target;
        private final Set<Repository> known;
        private Optional<BlobOutcome> outcome = Optional.empty();

        First(Blob blob, RegistryRepository target, Set<Repository> known) {
            this.blob = blob;
            this.target = target;
            this.known = known;
        }

        @Override
        public void run() throws IOException {
            // Another flight may have ended between the caller's look and this one's start.
            if (known.isEmpty()) {
                Optional<Repository> origin = blob.origin()
                        .filter(o -> o.host().equals(target.host()))
                        .map(BlobOrigin::repository)
                        .filter(repository -> !repository.equals(target.name()));
                outcome = Optional.of(bring(blob, target, origin));
                known.add(target.name());
            }
        }
    }
}
