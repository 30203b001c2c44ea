package io.github.aspirejava.build;

import java.util.Comparator;
import java.util.List;

/**
 * A layer before it is written.
 *
 * @param name what the image's history calls it
 * @param files what is in it, in the order of their targets
 */
record PlannedLayer(String name, List<PlannedFile> files) {
    PlannedLayer {
        files = files.stream().sorted(Comparator.comparing(PlannedFile::target)).toList();
    }

    /** Jars are compressed already; what another compression gains is not worth its time. */
    Compression compression() {
        boolean jars = files.stream().allMatch(file -> file.target().endsWith(".jar"));
        return jars ? Compression.STORED : Compression.DEFLATED;
    }
}
