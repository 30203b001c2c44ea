package io.github.aspirejava.builder.layer;

import io.github.aspirejava.builder.content.CopiedFile;
import io.github.aspirejava.cache.Compression;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A layer before it is written.
 *
 * @param name its name in the image's history
 * @param files its files, each target once, in the order of the targets
 * @param directories its directories with an owner or permissions of their own
 */
public record PlannedLayer(String name, List<PlannedFile> files, List<PlannedDirectory> directories) {
    public PlannedLayer {
        directories = List.copyOf(directories);
        TreeMap<String, PlannedFile> byTarget = new TreeMap<>();
        files.forEach(file -> byTarget.put(file.target(), file));
        files = List.copyOf(byTarget.values());
    }

    /** Creates a layer whose directories are those of its files. */
    public PlannedLayer(String name, List<PlannedFile> files) {
        this(name, files, List.of());
    }

    /** Returns the layer with more directories. */
    public PlannedLayer with(List<PlannedDirectory> more) {
        return new PlannedLayer(
                name, files, Stream.concat(directories.stream(), more.stream()).toList());
    }

    /**
     * Returns the compression of the layer: stored if nine tenths of its bytes or more are compressed already, as jars
     * are, because the gain of another compression is not worth its time then. Depends on the content of the files
     * only.
     */
    Compression compression() throws IOException {
        long all = 0;
        long packed = 0;
        for (PlannedFile file : files) {
            long size = file.content().size();
            all += size;
            if (isPacked(file, size)) {
                packed += size;
            }
        }
        return packed * 10 >= all * 9 ? Compression.STORED : Compression.DEFLATED;
    }

    private static boolean isPacked(PlannedFile file, long size) throws IOException {
        return file.target().endsWith(".jar")
                || file.target().endsWith(".war")
                || (file.content() instanceof CopiedFile copied && PackedContent.isIn(copied.file(), size));
    }
}
