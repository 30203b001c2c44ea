package io.github.aspirejava.engine.build;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.engine.context.BuildContext;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.image.RegistryHost;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image to be built from a Dockerfile.
 *
 * @param service the service of the image
 * @param origin the place where the service is declared
 * @param target the stage to build, if not the last
 * @param options the options that few builds need
 * @param names the image's names in the engine, as {@code NAME:TAG}
 * @param oci whether it gets OCI's format rather than Docker's, if the engine does not determine the format
 * @param registry the registry that it is pushed to, if that is known
 */
public record DockerfileBuild(
        String service,
        Origin origin,
        BuildContext context,
        Optional<String> target,
        Map<String, String> arguments,
        Map<String, String> labels,
        List<Platform> platforms,
        boolean pull,
        Optional<String> network,
        List<String> cacheFrom,
        List<SecretInput> secrets,
        EngineOptions options,
        List<String> names,
        boolean oci,
        Optional<RegistryHost> registry) {
    /** Copies the collections. */
    public DockerfileBuild {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        platforms = List.copyOf(platforms);
        cacheFrom = List.copyOf(cacheFrom);
        secrets = List.copyOf(secrets);
        names = List.copyOf(names);
    }

    /** Starts with defaults for everything but the files. */
    public static Builder of(String service, Origin origin, BuildContext context) {
        return new Builder(service, origin, context);
    }

    /** Collects the parts of a build. Not safe for use by several threads. */
    public static final class Builder {
        private final String service;
        private final Origin origin;
        private final BuildContext context;
        private Optional<String> target = Optional.empty();
        private Map<String, String> arguments = Map.of();
        private Map<String, String> labels = Map.of();
        private List<Platform> platforms = List.of(Platform.LINUX_AMD64);
        private boolean pull;
        private Optional<String> network = Optional.empty();
        private List<String> cacheFrom = List.of();
        private List<SecretInput> secrets = List.of();
        private EngineOptions options = EngineOptions.DEFAULT;
        private List<String> names = List.of();
        private boolean oci;
        private Optional<RegistryHost> registry = Optional.empty();

        private Builder(String service, Origin origin, BuildContext context) {
            this.service = service;
            this.origin = origin;
            this.context = context;
        }

        /** Sets the stage to build. */
        public Builder target(Optional<String> target) {
            this.target = target;
            return this;
        }

        /** Sets the build arguments. */
        public Builder arguments(Map<String, String> arguments) {
            this.arguments = arguments;
            return this;
        }

        /** Sets the labels of the image. */
        public Builder labels(Map<String, String> labels) {
            this.labels = labels;
            return this;
        }

        /** Sets the platforms. */
        public Builder platforms(List<Platform> platforms) {
            this.platforms = platforms;
            return this;
        }

        /** Sets whether base images are pulled again. */
        public Builder pull(boolean pull) {
            this.pull = pull;
            return this;
        }

        /** Sets the network of its commands. */
        public Builder network(Optional<String> network) {
            this.network = network;
            return this;
        }

        /** Sets the images whose layers may be reused. */
        public Builder cacheFrom(List<String> cacheFrom) {
            this.cacheFrom = cacheFrom;
            return this;
        }

        /** Sets the secrets. */
        public Builder secrets(List<SecretInput> secrets) {
            this.secrets = secrets;
            return this;
        }

        /** Sets the options that few builds need. */
        public Builder options(EngineOptions options) {
            this.options = options;
            return this;
        }

        /** Sets the image's names in the engine, as {@code NAME:TAG}. */
        public Builder names(List<String> names) {
            this.names = names;
            return this;
        }

        /** Sets whether the image gets OCI's format. */
        public Builder oci(boolean oci) {
            this.oci = oci;
            return this;
        }

        /** Sets the registry that the image is pushed to. */
        public Builder registry(Optional<RegistryHost> registry) {
            this.registry = registry;
            return this;
        }

        /** Returns the build. */
        public DockerfileBuild build() {
            return new DockerfileBuild(
                    service, origin, context, target, arguments, labels, platforms, pull, network, cacheFrom, secrets,
                    options, names, oci, registry);
        }
    }
}
