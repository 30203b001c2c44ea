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
     * @param output the arguments for the output of the image
     */
    static BuildxCommand of(DockerfileBuild build, Path dockerfile, EngineHost host, List<String> output) {
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
        arguments.add(build.context().directory().toString());
        return new BuildxCommand(arguments, environment);
    }

    /** Returns the variables that tell Docker's command line the engine's address. */
    static Map<String, String> environment(EngineHost host) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("DOCKER_HOST", host.address().toString());
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
