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
    public static final EngineOptions DEFAULT = EngineOptions.builder().build();

    private static final String IMAGE = "docker-image://";

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

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

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder {
        private boolean noCache;
        private List<String> cacheTo = List.of();
        private Map<String, String> addHosts = Map.of();
        private Optional<String> shmSize = Optional.empty();
        private List<String> ssh = List.of();
        private Map<String, String> contexts = Map.of();
        private Optional<String> provenance = Optional.empty();
        private boolean sbom;

        private Builder() {}

        /** Sets whether all instructions are executed again. */
        public Builder noCache(boolean noCache) {
            this.noCache = noCache;
            return this;
        }

        /** Sets the caches that BuildKit writes, in the notation of {@code docker buildx build --cache-to}. */
        public Builder cacheTo(List<String> cacheTo) {
            this.cacheTo = cacheTo;
            return this;
        }

        /** Sets the addresses of further host names. */
        public Builder addHosts(Map<String, String> addHosts) {
            this.addHosts = addHosts;
            return this;
        }

        /** Sets the size of {@code /dev/shm}, such as {@code 128m}. */
        public Builder shmSize(Optional<String> shmSize) {
            this.shmSize = shmSize;
            return this;
        }

        /** Sets the agents and keys that commands may use, in the notation of {@code --ssh}. */
        public Builder ssh(List<String> ssh) {
            this.ssh = ssh;
            return this;
        }

        /** Sets the named contexts. */
        public Builder contexts(Map<String, String> contexts) {
            this.contexts = contexts;
            return this;
        }

        /** Sets the provenance that BuildKit attests, in the notation of {@code --provenance}. */
        public Builder provenance(Optional<String> provenance) {
            this.provenance = provenance;
            return this;
        }

        /** Sets whether BuildKit attests a software bill of materials. */
        public Builder sbom(boolean sbom) {
            this.sbom = sbom;
            return this;
        }

        /** Returns the result. */
        public EngineOptions build() {
            return new EngineOptions(noCache, cacheTo, addHosts, shmSize, ssh, contexts, provenance, sbom);
        }
    }
}
