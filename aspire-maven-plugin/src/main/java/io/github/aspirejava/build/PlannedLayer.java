package io.github.aspirejava.build;

import io.github.aspirejava.cache.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;

/**
 * A layer before it is written.
 *
 * @param name what the image's history calls it
 * @param files what is in it, each target once, in the order of the targets
 */
record PlannedLayer(String name, List<PlannedFile> files) {
    PlannedLayer {
        TreeMap<String, PlannedFile> byTarget = new TreeMap<>();
        files.forEach(file -> byTarget.put(file.target(), file));
        files = List.copyOf(byTarget.values());
    }

    /**
     * Stored if nine tenths of its bytes or more are compressed already, as jars are: what another compression gains is
     * not worth its time then. Depends on the content of the files only.
     */
    Compression compression() throws IOException {
        long all = 0;
        long packed = 0;
        for (PlannedFile file : files) {
            long size = Files.size(file.source());
            all += size;
            if (file.target().endsWith(".jar") || PackedContent.isIn(file.source(), size)) {
                packed += size;
            }
        }
        return packed * 10 >= all * 9 ? Compression.STORED : Compression.DEFLATED;
    }
}
