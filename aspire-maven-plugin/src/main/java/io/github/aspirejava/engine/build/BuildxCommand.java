package io.github.aspirejava.engine.build;

import io.github.aspirejava.engine.api.EngineHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A command line of {@code docker buildx build}. Values of secrets are in its environment, where buildx reads them. */
record BuildxCommand(List<String> arguments, Map<String, String> environment) {
    private static final String VARIABLE = "ASPIRE_BUILD_SECRET_";

    BuildxCommand {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * Creates the command that builds a Dockerfile.
     *
     * @param dockerfile the build's Dockerfile, or a copy of it
     * @param context the build's context, or a copy of it
     * @param output the arguments for the output of the image
     */
    static BuildxCommand of(
            DockerfileBuild build, Path dockerfile, Path context, EngineHost host, List<String> output) {
        List<String> arguments = new ArrayList<>(List.of("buildx", "build", "--progress", "plain"));
        Map<String, String> environment = new TreeMap<>(environment(host));
        arguments.addAll(List.of("--file", dockerfile.toString()));
        arguments.addAll(List.of(
                "--platform", build.platforms().stream().map(Object::toString).collect(Collectors.joining(","))));
        build.target().ifPresent(target -> arguments.addAll(List.of("--target", target)));
        build.arguments().forEach((name, value) -> arguments.addAll(List.of("--build-arg", name + "=" + value)));
        build.labels().forEach((name, value) -> arguments.addAll(List.of("--label", name + "=" + value)));
        build.network().ifPresent(network -> arguments.addAll(List.of("--network", network)));
        build.cacheFrom().forEach(image -> arguments.addAll(List.of("--cache-from", image)));
        if (build.pull()) {
            arguments.add("--pull");
        }
        add(build.options(), arguments);
        if (build.options().provenance().isEmpty()) {
            // Provenance has the time of the build, and with it equal inputs would result in another image each time.
            environment.put("BUILDX_NO_DEFAULT_ATTESTATIONS", "1");
        }
        for (SecretInput secret : build.secrets()) {
            arguments.add("--secret");
            if (secret.file().isPresent()) {
                arguments.add("id=%s,type=file,src=%s"
                        .formatted(secret.id(), secret.file().get()));
            } else {
                String variable = VARIABLE + environment.size();
                arguments.add("id=%s,type=env,env=%s".formatted(secret.id(), variable));
                environment.put(variable, secret.value().orElseThrow().reveal());
            }
        }
        arguments.addAll(output);
        arguments.add(context.toString());
        return new BuildxCommand(arguments, environment);
    }

    private static void add(EngineOptions options, List<String> arguments) {
        if (options.noCache()) {
            arguments.add("--no-cache");
        }
        options.cacheTo().forEach(cache -> arguments.addAll(List.of("--cache-to", cache)));
        options.addHosts().forEach((name, address) -> arguments.addAll(List.of("--add-host", name + ":" + address)));
        options.shmSize().ifPresent(size -> arguments.addAll(List.of("--shm-size", size)));
        options.ssh().forEach(ssh -> arguments.addAll(List.of("--ssh", ssh)));
        options.contexts().forEach((name, from) -> arguments.addAll(List.of("--build-context", name + "=" + from)));
        options.provenance().ifPresent(wanted -> arguments.addAll(List.of("--provenance", wanted)));
        if (options.sbom()) {
            arguments.addAll(List.of("--sbom", "true"));
        }
    }

    /** Returns the variables that tell Docker's command line the engine's address. */
    static Map<String, String> environment(EngineHost host) {
        Map<String, String> environment = new TreeMap<>();
        if (host.context().isPresent()) {
            // Builders that `docker buildx use` selects belong to contexts.
            return Map.of("DOCKER_CONTEXT", host.context().get());
        }
        environment.put("DOCKER_HOST", host.text());
        host.certificates().map(Path::toString).ifPresent(directory -> {
            environment.put("DOCKER_TLS_VERIFY", "1");
            environment.put("DOCKER_CERT_PATH", directory);
        });
        return environment;
    }

    /** Returns the command line without the environment, which contains secrets. */
    @Override
    public String toString() {
        return String.join(" ", arguments);
    }
}
