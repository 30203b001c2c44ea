package io.github.aspirejava.engine.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Options of an engine's build that few builds need.
 *
 * @param noCache whether all instructions are executed again
 * @param cacheTo the caches that BuildKit writes, in the notation of {@code docker buildx build --cache-to}
 * @param addHosts the addresses of further host names
 * @param shmSize the size of {@code /dev/shm}, such as {@code 128m}
 * @param ssh the agents and keys that commands may use, in the notation of {@code --ssh}
 * @param contexts the named contexts: directories, images and addresses
 * @param provenance the provenance that BuildKit attests, in the notation of {@code --provenance}
 * @param sbom whether BuildKit attests a software bill of materials
 */
public record EngineOptions(
        boolean noCache,
        List<String> cacheTo,
        Map<String, String> addHosts,
        Optional<String> shmSize,
        List<String> ssh,
        Map<String, String> contexts,
        Optional<String> provenance,
        boolean sbom) {
    /** The defaults. */
    public static final EngineOptions DEFAULT = new EngineOptions(
            false, List.of(), Map.of(), Optional.empty(), List.of(), Map.of(), Optional.empty(), false);

    private static final String IMAGE = "docker-image://";

    /** Copies the collections. */
    public EngineOptions {
        cacheTo = List.copyOf(cacheTo);
        addHosts = Collections.unmodifiableMap(new LinkedHashMap<>(addHosts));
        ssh = List.copyOf(ssh);
        contexts = Collections.unmodifiableMap(new LinkedHashMap<>(contexts));
    }

    /** Returns the images that the options name. */
    List<String> images() {
        return Stream.concat(
                        contexts.values().stream()
                                .filter(context -> context.startsWith(IMAGE))
                                .map(context -> context.substring(IMAGE.length())),
                        cacheTo.stream().flatMap(EngineOptions::references))
                .toList();
    }

    private static Stream<String> references(String cache) {
        return cache.contains("=")
                ? Stream.of(cache.split(",", -1))
                        .filter(part -> part.startsWith("ref="))
                        .map(part -> part.substring("ref=".length()))
                : Stream.of(cache);
    }

    /** Returns the element of an option that only BuildKit has. */
    Optional<String> ofBuildKit() {
        List<String> used = new ArrayList<>();
        if (!cacheTo.isEmpty()) {
            used.add("cacheTo");
        }
        if (!ssh.isEmpty()) {
            used.add("ssh");
        }
        if (!contexts.isEmpty()) {
            used.add("contexts");
        }
        if (provenance.isPresent()) {
            used.add("provenance");
        }
        if (sbom) {
            used.add("sbom");
        }
        return used.stream().findFirst();
    }
}
