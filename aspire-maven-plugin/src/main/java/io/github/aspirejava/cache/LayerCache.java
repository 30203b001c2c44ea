package io.github.aspirejava.cache;

import io.github.aspirejava.concurrent.Futures;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Reason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * A content-addressable cache of compressed layers in a directory, so that a layer whose files have not changed is
 * neither tarred nor compressed again. Several threads and several processes can use the same directory.
 *
 * <p>A layer is one file, named by its key, a digest of all inputs that determine its bytes. It is written under a
 * temporary name and renamed when it is complete; files that a killed process leaves behind are removed after a day. A
 * file of the wrong length is written again; wrong bytes of the right length are detected when the layer is read, and
 * the file is removed.
 *
 * <p>The directory is kept below its limit by removing the least recently used layers. A layer that this process uses
 * is not removed, and one that another process removes stays readable here, because its file is kept open until
 * {@link #close}.
 */
public final class LayerCache implements AutoCloseable {
    /** The default limit: 5 GiB. */
    public static final long DEFAULT_MAX_BYTES = 5L << 30;

    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Duration FORGOTTEN = Duration.ofDays(30);
    private static final int BUFFER = 64 * 1024;

    private final Path directory;
    private final PrivateDirectory own;
    private final Path layers;
    private final Path digestMemo;
    private final Path temporary;
    private final long maxBytes;
    private final Clock clock;
    private final DigestMemo digests;
    /** The layers of this process; a future completes empty if the layer could not be written. */
    private final ConcurrentMap<Digest, CompletableFuture<Optional<CachedLayer>>> used = new ConcurrentHashMap<>();

    private LayerCache(Path directory, long maxBytes, Clock clock) throws IOException {
        this.directory = directory;
        this.own = PrivateDirectory.of(directory);
        this.layers = own.child("layers-1");
        this.temporary = own.child("temporary");
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.digestMemo = own.child("digests-1");
        this.digests = new DigestMemo(digestMemo, temporary);
    }

    /**
     * Opens the cache in {@code directory}, which is created if it does not exist.
     *
     * @throws CacheException if the directory cannot be written to
     */
    public static LayerCache open(Path directory) throws CacheException {
        return open(directory, DEFAULT_MAX_BYTES, Clock.systemUTC());
    }

    /**
     * Opens the cache in {@code directory}, which is created if it does not exist.
     *
     * @param maxBytes the limit for all layers together
     * @param clock gives the time at which a layer is used
     * @throws CacheException if the directory cannot be written to, or if others can, or own it
     */
    public static LayerCache open(Path directory, long maxBytes, Clock clock) throws CacheException {
        try {
            LayerCache cache = new LayerCache(directory, maxBytes, clock);
            cache.prepare();
            return cache;
        } catch (PrivateDirectory.NotPrivateException e) {
            throw new CacheException(
                    "The layers in the cache directory %s may not be ours: %s. Remove it, or name a new directory, which is created for this user alone: -D%s=DIRECTORY"
                            .formatted(directory, e.getMessage(), CacheDirectory.PROPERTY),
                    e);
        } catch (IOException e) {
            throw new CacheException(
                    "The cache directory %s cannot be written to (%s). Make it writable, or name another one: -D%s=DIRECTORY"
                            .formatted(directory, Reason.of(e), CacheDirectory.PROPERTY),
                    e);
        }
    }

    private void prepare() throws IOException {
        CacheSweep.removeOlder(temporary, clock.instant().minus(ABANDONED));
        CacheSweep.removeOlder(digestMemo, clock.instant().minus(FORGOTTEN));
        CacheSweep.removeLeastRecentlyUsed(layers, maxBytes, Set.of());
    }

    /** Returns the digests that are stored in this cache because they are expensive to compute. */
    public DigestMemo digests() {
        return digests;
    }

    /** Returns the clock for times of use. */
    public Clock clock() {
        return clock;
    }

    /** Creates a new empty file for the duration of one operation; the caller removes it. */
    public Path newTemporaryFile() throws IOException {
        return Files.createTempFile(temporary, "file", null);
    }

    /**
     * Returns the layer of {@code key}, written on a cache miss. Single-flight: threads that request the same layer at
     * the same time get the one that the first of them writes. If that thread fails or is interrupted, the others try
     * themselves: its failure is not theirs.
     *
     * <p>The writer requests no other layer, so a wait for it always ends.
     *
     * @throws CacheException if the cache cannot be written to
     * @throws InterruptedException if the thread is interrupted while it waits for another
     */
    public <E extends Exception> CachedLayer layer(Digest key, Compression compression, LayerWriter<E> writer)
            throws E, CacheException, IOException, InterruptedException {
        CompletableFuture<Optional<CachedLayer>> mine = new CompletableFuture<>();
        for (var earlier = used.putIfAbsent(key, mine); earlier != null; earlier = used.putIfAbsent(key, mine)) {
            Optional<CachedLayer> layer = Futures.awaitResult(earlier);
            if (layer.isPresent()) {
                return layer.get();
            }
        }
        Optional<CachedLayer> written = Optional.empty();
        try {
            written = Optional.of(findOrWrite(key, compression, writer));
            return written.get();
        } finally {
            if (written.isEmpty()) {
                used.remove(key, mine);
            }
            mine.complete(written);
        }
    }

    private <E extends Exception> CachedLayer findOrWrite(Digest key, Compression compression, LayerWriter<E> writer)
            throws E, CacheException, IOException {
        Path file = layers.resolve(key.hex());
        Runnable discard = () -> discard(key, file);
        try {
            if (own.isOwn(file)) {
                Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
                return CachedLayer.open(file, discard);
            }
        } catch (IOException e) {
            // Missing, incomplete, not ours, or just removed by another process.
        }
        try {
            write(file, compression, writer);
            return CacheFileOutput.guarded(() -> {
                CachedLayer layer = CachedLayer.open(file, discard);
                CacheSweep.removeLeastRecentlyUsed(layers, maxBytes, keysInUse());
                return layer;
            });
        } catch (CacheFileOutput.Failure e) {
            throw new CacheException(
                    "The cache directory %s cannot be written to (%s). Make room there, or name another one: -D%s=DIRECTORY"
                            .formatted(directory, Reason.of(e), CacheDirectory.PROPERTY),
                    e);
        }
    }

    private <E extends Exception> void write(Path file, Compression compression, LayerWriter<E> writer)
            throws E, IOException {
        Path unfinished = CacheFileOutput.guarded(this::newTemporaryFile);
        try {
            try (OutputStream out = CacheFileOutput.open(unfinished)) {
                HashingOutputStream compressed = new HashingOutputStream(out);
                OutputStream gzip = compression.wrap(compressed);
                HashingOutputStream plain = new HashingOutputStream(gzip);
                try (gzip;
                        OutputStream tar = new BufferedOutputStream(plain, BUFFER)) {
                    writer.writeTo(tar);
                }
                out.write(CachedLayer.trailer(compressed.digest(), plain.digest(), compressed.count()));
            }
            CacheFileOutput.guarded(() -> {
                Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));
                return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            });
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Set<String> keysInUse() {
        return used.keySet().stream().map(Digest::hex).collect(Collectors.toSet());
    }

    private void discard(Digest key, Path file) {
        used.remove(key);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The damage is found again the next time.
        }
    }

    /** Closes the files of all layers; those can no longer be read then. */
    @Override
    public void close() {
        for (CompletableFuture<Optional<CachedLayer>> layer : used.values()) {
            layer.getNow(Optional.empty()).ifPresent(LayerCache::closeQuietly);
        }
        used.clear();
    }

    private static void closeQuietly(CachedLayer layer) {
        try {
            layer.close();
        } catch (IOException e) {
            // The file was only read.
        }
    }
}
