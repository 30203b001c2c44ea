package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options that few builds of Dockerfiles need.
 *
 * @param noCache whether all instructions are executed again
 * @param cacheTo the caches that BuildKit writes, in the notation of Docker's command line
 * @param addHosts the addresses of further host names, in the order of declaration
 * @param shmSize the size of {@code /dev/shm}, such as {@code 128m}
 * @param ssh the agents and keys that commands may use, in the notation of Docker's command line
 * @param contexts the named contexts: directories, images and addresses, in the order of declaration
 * @param provenance the provenance that BuildKit attests, in the notation of Docker's command line
 * @param sbom whether BuildKit attests a software bill of materials
 */
public record RareBuildOptions(
        boolean noCache,
        List<Text> cacheTo,
        Map<String, Text> addHosts,
        Optional<Text> shmSize,
        List<Text> ssh,
        Map<String, Text> contexts,
        Optional<Text> provenance,
        boolean sbom) {
    /** The engine's default behavior. */
    public static final RareBuildOptions DEFAULT = new RareBuildOptions(
            false, List.of(), Map.of(), Optional.empty(), List.of(), Map.of(), Optional.empty(), false);

    /** Copies the collections. */
    public RareBuildOptions {
        cacheTo = List.copyOf(cacheTo);
        addHosts = Collections.unmodifiableMap(new LinkedHashMap<>(addHosts));
        ssh = List.copyOf(ssh);
        contexts = Collections.unmodifiableMap(new LinkedHashMap<>(contexts));
    }

    List<Text> texts() {
        List<Text> texts = new ArrayList<>(cacheTo);
        texts.addAll(addHosts.values());
        shmSize.ifPresent(texts::add);
        texts.addAll(ssh);
        texts.addAll(contexts.values());
        provenance.ifPresent(texts::add);
        return texts;
    }
}
