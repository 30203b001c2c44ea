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

    /** Creates a build with defaults for everything but its files. */
    public static DockerfileBuild of(String service, Origin origin, BuildContext context) {
        return new DockerfileBuild(
                service,
                origin,
                context,
                Optional.empty(),
                Map.of(),
                Map.of(),
                List.of(Platform.LINUX_AMD64),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty());
    }

    /** Returns the same build with these arguments. */
    public DockerfileBuild withArguments(Map<String, String> other) {
        return new DockerfileBuild(
                service, origin, context, target, other, labels, platforms, pull, network, cacheFrom, secrets, names,
                oci, registry);
    }

    /** Returns the same build of this stage. */
    public DockerfileBuild withTarget(String stage) {
        return new DockerfileBuild(
                service,
                origin,
                context,
                Optional.of(stage),
                arguments,
                labels,
                platforms,
                pull,
                network,
                cacheFrom,
                secrets,
                names,
                oci,
                registry);
    }

    /** Returns the same build for these platforms. */
    public DockerfileBuild withPlatforms(List<Platform> other) {
        return new DockerfileBuild(
                service, origin, context, target, arguments, labels, other, pull, network, cacheFrom, secrets, names,
                oci, registry);
    }

    /** Returns the same build with these names in the engine. */
    public DockerfileBuild withNames(List<String> other) {
        return new DockerfileBuild(
                service, origin, context, target, arguments, labels, platforms, pull, network, cacheFrom, secrets,
                other, oci, registry);
    }

    /** Returns the same build with these secrets. */
    public DockerfileBuild withSecrets(List<SecretInput> other) {
        return new DockerfileBuild(
                service, origin, context, target, arguments, labels, platforms, pull, network, cacheFrom, other, names,
                oci, registry);
    }

    /** Returns the same build in OCI's format. */
    public DockerfileBuild withOciFormat() {
        return new DockerfileBuild(
                service, origin, context, target, arguments, labels, platforms, pull, network, cacheFrom, secrets,
                names, true, registry);
    }
}
