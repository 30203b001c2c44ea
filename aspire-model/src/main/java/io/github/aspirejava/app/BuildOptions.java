package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options with which an engine builds a Dockerfile.
 *
 * @param labels the labels of the image, in the order of declaration
 * @param pull whether base images are pulled although the engine has them
 * @param network the network of the build's commands, such as {@code host} or {@code none}
 * @param cacheFrom the images whose layers may be reused as a cache
 * @param rare the options that few builds need
 */
public record BuildOptions(
        Map<String, Text> labels, boolean pull, Optional<Text> network, List<Text> cacheFrom, RareBuildOptions rare) {
    /** The engine's default behavior. */
    public static final BuildOptions DEFAULT =
            new BuildOptions(Map.of(), false, Optional.empty(), List.of(), RareBuildOptions.DEFAULT);

    /** Copies the collections. */
    public BuildOptions {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        cacheFrom = List.copyOf(cacheFrom);
    }

    List<Text> texts() {
        List<Text> texts = new ArrayList<>(labels.values());
        network.ifPresent(texts::add);
        texts.addAll(cacheFrom);
        texts.addAll(rare.texts());
        return texts;
    }
}
