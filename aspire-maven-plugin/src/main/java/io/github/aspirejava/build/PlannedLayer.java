package io.github.aspirejava.build;

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

    /** Jars are compressed already; what another compression gains is not worth its time. */
    Compression compression() {
        boolean jars = files.stream().allMatch(file -> file.target().endsWith(".jar"));
        return jars ? Compression.STORED : Compression.DEFLATED;
    }
}
