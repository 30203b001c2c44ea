package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an engine builds a Dockerfile.
 *
 * @param labels put onto the image, in the order declared
 * @param pull whether base images are asked for although the engine has them
 * @param network the network of the build's commands, such as {@code host} or {@code none}
 * @param cacheFrom images whose layers may be used again
 */
public record BuildOptions(Map<String, Text> labels, boolean pull, Optional<Text> network, List<Text> cacheFrom) {
    /** What the engine does if nobody says anything. */
    public static final BuildOptions DEFAULT = new BuildOptions(Map.of(), false, Optional.empty(), List.of());

    /** Copies the collections. */
    public BuildOptions {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        cacheFrom = List.copyOf(cacheFrom);
    }

    List<Text> texts() {
        List<Text> texts = new ArrayList<>(labels.values());
        network.ifPresent(texts::add);
        texts.addAll(cacheFrom);
        return texts;
    }
}
