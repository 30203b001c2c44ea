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
    public static final RareBuildOptions DEFAULT = RareBuildOptions.builder().build();

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

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

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder {
        private boolean noCache;
        private List<Text> cacheTo = List.of();
        private Map<String, Text> addHosts = Map.of();
        private Optional<Text> shmSize = Optional.empty();
        private List<Text> ssh = List.of();
        private Map<String, Text> contexts = Map.of();
        private Optional<Text> provenance = Optional.empty();
        private boolean sbom;

        private Builder() {}

        /** Sets whether all instructions are executed again. */
        public Builder noCache(boolean noCache) {
            this.noCache = noCache;
            return this;
        }

        /** Sets the caches that BuildKit writes, in the notation of Docker's command line. */
        public Builder cacheTo(List<Text> cacheTo) {
            this.cacheTo = cacheTo;
            return this;
        }

        /** Sets the addresses of further host names. */
        public Builder addHosts(Map<String, Text> addHosts) {
            this.addHosts = addHosts;
            return this;
        }

        /** Sets the size of {@code /dev/shm}, such as {@code 128m}. */
        public Builder shmSize(Optional<Text> shmSize) {
            this.shmSize = shmSize;
            return this;
        }

        /** Sets the agents and keys that commands may use, in the notation of Docker's command line. */
        public Builder ssh(List<Text> ssh) {
            this.ssh = ssh;
            return this;
        }

        /** Sets the named contexts. */
        public Builder contexts(Map<String, Text> contexts) {
            this.contexts = contexts;
            return this;
        }

        /** Sets the provenance that BuildKit attests, in the notation of Docker's command line. */
        public Builder provenance(Optional<Text> provenance) {
            this.provenance = provenance;
            return this;
        }

        /** Sets whether BuildKit attests a software bill of materials. */
        public Builder sbom(boolean sbom) {
            this.sbom = sbom;
            return this;
        }

        /** Returns the result. */
        public RareBuildOptions build() {
            return new RareBuildOptions(noCache, cacheTo, addHosts, shmSize, ssh, contexts, provenance, sbom);
        }
    }
}
