package io.github.aspirejava.engine.image;

import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.CachedLayer;
import io.github.aspirejava.cache.Compression;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** The layers of engines that this session has read, compressed once each. Thread-safe. */
final class EngineLayers {
    private final LayerCache cache;
    private final LayerMemo memo;
    private final ConcurrentMap<Digest, CompletableFuture<EngineLayer>> made = new ConcurrentHashMap<>();

    EngineLayers(LayerCache cache, Path memo) {
        this.cache = cache;
        this.memo = new LayerMemo(memo);
    }

    /** Returns a temporary file for a layer that is being read. */
    Path newFile() throws IOException {
        return cache.newTemporaryFile();
    }

    /** Returns the layer of this digest, which may still be being compressed. */
    Optional<CompletableFuture<EngineLayer>> find(Digest identity) {
        CompletableFuture<EngineLayer> here = made.get(identity);
        if (here != null && !here.isCompletedExceptionally()) {
            return Optional.of(here);
        }
        return memo.find(identity)
                .map(descriptor -> made.computeIfAbsent(
                        identity, digest -> CompletableFuture.completedFuture(new EngineLayer(descriptor, digest))));
    }

    /** Adopts a layer that a registry has, unless it has been compressed here. */
    void adopt(EngineLayer layer) {
        made.putIfAbsent(layer.identity(), CompletableFuture.completedFuture(layer));
    }

    /**
     * Compresses a layer, concurrently with the caller if that is a worker of a pool.
     *
     * @param exported the file of the engine's export, which is removed
     */
    void add(Digest identity, Path exported) throws IOException {
        CompletableFuture<EngineLayer> mine = new CompletableFuture<>();
        if (find(identity).isPresent() || made.putIfAbsent(identity, mine) != null) {
            Files.deleteIfExists(exported);
            return;
        }
        Runnable work = () -> {
            try {
                mine.complete(compress(identity, exported));
            } catch (InterruptedException e) {
                made.remove(identity, mine);
                mine.completeExceptionally(e);
                Thread.currentThread().interrupt();
            } catch (Throwable e) {
                made.remove(identity, mine);
                mine.completeExceptionally(e);
            }
        };
        ForkJoinPool pool = ForkJoinTask.getPool();
        if (pool != null && pool != ForkJoinPool.commonPool()) {
            ForkJoinTask.adapt(work).fork();
        } else {
            work.run();
        }
    }

    private EngineLayer compress(Digest identity, Path exported)
            throws IOException, CacheException, InterruptedException {
        try {
            Optional<String> type = compressedType(exported);
            Compression compression = type.isPresent() ? Compression.NONE : Compression.BLOCKS;
            CachedLayer layer =
                    cache.layer(EngineLayer.key(identity, compression), compression, tar -> Files.copy(exported, tar));
            if (!layer.diffId().equals(identity)) {
                throw new FilteredException("the engine has exported a layer that is not " + identity);
            }
            Descriptor own = layer.descriptor();
            Descriptor descriptor = new Descriptor(type.orElse(own.mediaType()), own.digest(), own.size());
            memo.remember(identity, descriptor);
            return new EngineLayer(descriptor, identity);
        } finally {
            Files.deleteIfExists(exported);
        }
    }

    /**
     * Opens the bytes of a layer.
     *
     * @param export reads the layer out of the engine again; called if the bytes are not cached
     */
    InputStream open(EngineLayer layer, Export export) throws IOException {
        Compression compression = layer.compression();
        try {
            CachedLayer cached = cache.layer(EngineLayer.key(layer.identity(), compression), compression, tar -> {
                Path file = export.layer(layer.identity());
                try {
                    Files.copy(file, tar);
                } finally {
                    Files.deleteIfExists(file);
                }
            });
            if (!cached.descriptor().digest().equals(layer.descriptor().digest())) {
                memo.forget(layer.identity());
                throw new FilteredException("The layer %s is compressed differently than before. Run the build again"
                        .formatted(layer.identity()));
            }
            return cached.open();
        } catch (CacheException e) {
            throw new FilteredException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("Interrupted while another thread was at a layer");
        }
    }

    /** Returns the media type of a compressed file; empty if it is not compressed. */
    private static Optional<String> compressedType(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (head.length == 4 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            return Optional.of(MediaTypes.OCI_LAYER_GZIP);
        }
        boolean zstd = head.length == 4
                && head[0] == 0x28
                && head[1] == (byte) 0xb5
                && head[2] == 0x2f
                && head[3] == (byte) 0xfd;
        return zstd ? Optional.of(MediaTypes.OCI_LAYER_ZSTD) : Optional.empty();
    }

    /** Exports layers from an engine. */
    @FunctionalInterface
    interface Export {
        /** Returns a new file with the engine's export of the layer of this digest. */
        Path layer(Digest identity) throws IOException;
    }
}
