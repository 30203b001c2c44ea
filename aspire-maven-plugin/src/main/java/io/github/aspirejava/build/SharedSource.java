package io.github.aspirejava.build;

import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.ManifestContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * A base image's source for all services of a session that are built upon it. What is small is read once: services do
 * not ask for it again, and all of them get the same image even if its tag moves meanwhile.
 */
final class SharedSource implements ImageSource {
    /** Configurations are shorter, as a rule, and layers longer. */
    private static final int MAX_SHARED_BYTES = 256 * 1024;

    private final ImageSource source;
    private final Map<String, Shared<ManifestContent>> manifests = new ConcurrentHashMap<>();
    private final Map<Descriptor, Shared<byte[]>> blobs = new ConcurrentHashMap<>();

    SharedSource(ImageSource source) {
        this.source = source;
    }

    @Override
    public ManifestContent manifest(String selector) throws IOException {
        return manifests.computeIfAbsent(selector, s -> new Shared<>()).get(() -> source.manifest(selector));
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // whoever asked for the stream closes it
    public InputStream openBlob(Descriptor descriptor) throws IOException {
        if (descriptor.size() > MAX_SHARED_BYTES) {
            return source.openBlob(descriptor);
        }
        return new ByteArrayInputStream(
                blobs.computeIfAbsent(descriptor, d -> new Shared<>()).get(() -> read(descriptor)));
    }

    @Override
    public Optional<BlobOrigin> origin() {
        return source.origin();
    }

    private byte[] read(Descriptor descriptor) throws IOException {
        try (InputStream bytes = source.openBlob(descriptor)) {
            return bytes.readAllBytes();
        }
    }

    /** Something that is read once; whoever fails to leaves it to the next one. */
    private static final class Shared<T> {
        private CompletableFuture<Optional<T>> reader = CompletableFuture.completedFuture(Optional.empty());

        T get(Reading<T> reading) throws IOException {
            while (true) {
                CompletableFuture<Optional<T>> theirs = reader();
                Optional<T> value = await(theirs);
                if (value.isPresent()) {
                    return value.get();
                }
                CompletableFuture<Optional<T>> mine = new CompletableFuture<>();
                if (follow(theirs, mine)) {
                    return read(reading, mine);
                }
            }
        }

        private synchronized CompletableFuture<Optional<T>> reader() {
            return reader;
        }

        private synchronized boolean follow(CompletableFuture<Optional<T>> last, CompletableFuture<Optional<T>> next) {
            boolean isNext = reader == last;
            reader = isNext ? next : reader;
            return isNext;
        }

        private T read(Reading<T> reading, CompletableFuture<Optional<T>> waiting) throws IOException {
            Optional<T> value = Optional.empty();
            try {
                value = Optional.of(reading.read());
                return value.get();
            } finally {
                waiting.complete(value);
            }
        }

        private Optional<T> await(CompletableFuture<Optional<T>> theirs) throws InterruptedIOException {
            try {
                // In a ForkJoinPool this wait is managed: another thread takes over meanwhile.
                return theirs.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while about to read a base image");
            } catch (ExecutionException e) {
                throw new IllegalStateException("A reader ends without an exception", e);
            }
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
