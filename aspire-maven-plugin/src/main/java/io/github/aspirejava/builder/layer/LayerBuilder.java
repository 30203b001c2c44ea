package io.github.aspirejava.builder.layer;

import io.github.aspirejava.builder.content.CopiedFile;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.CacheFileOutput;
import io.github.aspirejava.cache.CachedLayer;
import io.github.aspirejava.cache.CancellableOutputStream;
import io.github.aspirejava.cache.Compression;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns planned layers into written ones. */
public final class LayerBuilder {
    private final LayerCache cache;
    private final FileDigests digests;
    private final Cancellation cancellation;

    public LayerBuilder(LayerCache cache, Cancellation cancellation) {
        this.cache = cache;
        this.digests = new FileDigests(cache.digests(), cache.clock());
        this.cancellation = cancellation;
    }

    /** Returns the layer with the time of each file derived from its content. */
    public PlannedLayer timed(PlannedLayer layer, FileTimes times) throws IOException {
        List<PlannedFile> files = new ArrayList<>();
        for (PlannedFile file : layer.files()) {
            files.add(file.withTime(times.of(digests.digest(file))));
        }
        return new PlannedLayer(layer.name(), files, layer.directories());
    }

    /** Returns the written layer, from the cache on a cache hit. */
    public CachedLayer build(PlannedLayer layer) throws ImageBuildException, IOException, InterruptedException {
        try {
            return findOrWrite(layer);
        } catch (CacheException e) {
            throw new ImageBuildException(String.valueOf(e.getMessage()), e);
        }
    }

    private CachedLayer findOrWrite(PlannedLayer layer)
            throws ImageBuildException, CacheException, IOException, InterruptedException {
        cancellation.throwIfCancelled();
        List<FileStamp> before = stamps(layer);
        Compression compression = layer.compression();
        return cache.layer(key(layer, compression), compression, tar -> {
            write(layer, new CancellableOutputStream(tar, cancellation));
            if (!stamps(layer).equals(before)) {
                throw new ImageBuildException(
                        "Files of the layer '%s' were changed while it was written, one of them %s. Run the build again"
                                .formatted(layer.name(), changed(before, stamps(layer))));
            }
        });
    }

    /** Returns a digest of all inputs that determine the layer's bytes. */
    private Digest key(PlannedLayer layer, Compression compression) throws IOException {
        StringBuilder text = new StringBuilder("layer-2 " + compression.id() + '\n');
        for (PlannedFile file : layer.files()) {
            text.append(digests.digest(file))
                    .append(' ')
                    .append(Integer.toOctalString(file.mode()))
                    .append(file.owner().equals(Owner.ROOT) ? "" : file.owner())
                    .append(' ')
                    .append(file.time())
                    .append(' ')
                    // A name may have any character but this one.
                    .append(file.target())
                    .append('\0');
        }
        layer.directories().forEach(directory -> text.append(directory).append('\0'));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(PlannedLayer layer, OutputStream tar) throws IOException {
        List<Path> derived = new ArrayList<>();
        try {
            new PlannedTar(layer.files(), layer.directories()).write(file -> readable(file, derived), tar);
        } finally {
            for (Path file : derived) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path readable(PlannedFile file, List<Path> derived) throws IOException {
        if (file.content() instanceof CopiedFile copied) {
            return copied.file();
        }
        Path written = CacheFileOutput.guarded(cache::newTemporaryFile);
        derived.add(written);
        try (OutputStream out = CacheFileOutput.open(written)) {
            file.content().writeTo(out);
        }
        return written;
    }

    private static List<FileStamp> stamps(PlannedLayer layer) throws IOException {
        Set<Path> sources = new LinkedHashSet<>();
        layer.files().forEach(file -> file.content().source().ifPresent(sources::add));
        List<FileStamp> stamps = new ArrayList<>();
        for (Path source : sources) {
            stamps.add(FileStamp.of(source));
        }
        return stamps;
    }

    private static Path changed(List<FileStamp> before, List<FileStamp> after) {
        List<FileStamp> different = new ArrayList<>(after);
        different.removeAll(before);
        return different.get(0).file();
    }
}
