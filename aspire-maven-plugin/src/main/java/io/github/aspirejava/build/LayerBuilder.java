package io.github.aspirejava.build;

import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.CacheFileOutput;
import io.github.aspirejava.cache.CachedLayer;
import io.github.aspirejava.cache.CancellableOutputStream;
import io.github.aspirejava.cache.Compression;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.run.Cancellation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Turns planned layers into written ones. */
final class LayerBuilder {
    private final LayerCache cache;
    private final FileDigests digests;
    private final Cancellation cancellation;

    LayerBuilder(LayerCache cache, Cancellation cancellation) {
        this.cache = cache;
        this.digests = new FileDigests(cache.digests(), cache.clock());
        this.cancellation = cancellation;
    }

    /** The file with the time that its content has, as the layer is to have it. */
    PlannedFile timed(PlannedFile file, FileTimes times) throws IOException {
        return file.withTime(times.of(digests.digest(file)));
    }

    /** The written layer, from the cache if it is there. */
    CachedLayer build(PlannedLayer layer) throws ImageBuildException, IOException, InterruptedException {
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

    /** A digest of everything that decides the layer's bytes. */
    private Digest key(PlannedLayer layer, Compression compression) throws IOException {
        StringBuilder text = new StringBuilder("layer-2 " + compression.id() + '\n');
        for (PlannedFile file : layer.files()) {
            text.append(digests.digest(file))
                    .append(' ')
                    .append(Integer.toOctalString(file.mode()))
                    .append(' ')
                    .append(file.time())
                    .append(' ')
                    // A name may have any character but this one.
                    .append(file.target())
                    .append('\0');
        }
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(PlannedLayer layer, OutputStream tar) throws IOException {
        List<Path> normalised = new ArrayList<>();
        try {
            new PlannedTar(layer.files())
                    .write(file -> file.normalised() ? normalised(file, normalised) : file.source(), tar);
        } finally {
            for (Path jar : normalised) {
                Files.deleteIfExists(jar);
            }
        }
    }

    private Path normalised(PlannedFile file, List<Path> written) throws IOException {
        Path jar = CacheFileOutput.guarded(cache::newTemporaryFile);
        written.add(jar);
        try (OutputStream out = CacheFileOutput.open(jar)) {
            ProjectJar.writeNormalised(file.source(), out);
        }
        return jar;
    }

    private static List<FileStamp> stamps(PlannedLayer layer) throws IOException {
        List<FileStamp> stamps = new ArrayList<>();
        for (PlannedFile file : layer.files()) {
            stamps.add(FileStamp.of(file.source()));
        }
        return stamps;
    }

    private static Path changed(List<FileStamp> before, List<FileStamp> after) {
        List<FileStamp> different = new ArrayList<>(after);
        different.removeAll(before);
        return different.get(0).file();
    }
}
