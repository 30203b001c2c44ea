package io.github.aspirejava.engine.discovery;

import io.github.aspirejava.engine.api.EngineHost;
import io.github.aspirejava.engine.api.EngineKind;
import io.github.aspirejava.run.StepException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The possible addresses of an engine, the likeliest first. If one is configured, it is the only candidate. */
final class EngineCandidates {
    static final String PROPERTY = "aspire.engine.host";

    private final Function<String, Optional<String>> property;
    private final Map<String, String> environment;
    private final Path home;
    private final boolean windows;

    EngineCandidates(
            Function<String, Optional<String>> property, Map<String, String> environment, Path home, boolean windows) {
        this.property = property;
        this.environment = environment;
        this.home = home;
        this.windows = windows;
    }

    List<EngineHost> list(Preference preference) throws StepException {
        Optional<EngineHost> set = set(PROPERTY, property.apply(PROPERTY));
        if (set.isPresent()) {
            return List.of(set.get());
        }
        List<EngineHost> candidates = new ArrayList<>();
        if (preference.allows(EngineKind.DOCKER)) {
            Optional<EngineHost> chosen =
                    set("DOCKER_HOST", variable("DOCKER_HOST")).or(() -> new DockerContext(environment, home).host());
            if (chosen.isPresent()) {
                return List.of(chosen.get());
            }
            candidates.addAll(windows ? pipe("docker_engine") : dockerSockets());
        } else {
            set("CONTAINER_HOST", variable("CONTAINER_HOST")).ifPresent(candidates::add);
            set("DOCKER_HOST", variable("DOCKER_HOST")).ifPresent(candidates::add);
        }
        if (preference.allows(EngineKind.PODMAN)) {
            candidates.addAll(windows ? pipe("podman-machine-default") : podmanSockets());
        }
        return candidates;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    private Optional<EngineHost> set(String name, Optional<String> value) throws StepException {
        Optional<String> address = value.map(String::strip).filter(text -> !text.isEmpty());
        if (address.isEmpty()) {
            return Optional.empty();
        }
        URI uri = DockerContext.Addresses.parse(address.get())
                .filter(parsed -> List.of("unix", "tcp", "npipe").contains(parsed.getScheme()))
                .orElseThrow(() -> new StepException(
                        "%s is '%s', which cannot be used. Write unix://PATH, tcp://HOST:PORT or npipe:////./pipe/NAME; an engine behind SSH needs a tunnel: ssh -L."
                                .formatted(name, address.get())));
        boolean verified = uri.getScheme().equals("tcp")
                && variable("DOCKER_TLS_VERIFY").filter(text -> !text.isEmpty()).isPresent();
        Path certificates = variable("DOCKER_CERT_PATH")
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .orElseGet(() -> new DockerContext(environment, home).configuration());
        return Optional.of(new EngineHost(uri, verified ? Optional.of(certificates) : Optional.empty(), name));
    }

    private List<EngineHost> dockerSockets() {
        return List.of(
                socket(Path.of("/var/run/docker.sock"), "Docker's socket"),
                socket(home.resolve(".docker/run/docker.sock"), "Docker Desktop's socket"));
    }

    private List<EngineHost> podmanSockets() {
        List<EngineHost> sockets = new ArrayList<>();
        variable("XDG_RUNTIME_DIR")
                .filter(text -> !text.isBlank())
                .ifPresent(directory ->
                        sockets.add(socket(Path.of(directory, "podman/podman.sock"), "the user's socket of Podman")));
        sockets.add(socket(Path.of("/run/podman/podman.sock"), "Podman's socket"));
        return sockets;
    }

    private static EngineHost socket(Path file, String source) {
        return EngineHost.at(URI.create("unix://" + file.toUri().getRawPath()), source);
    }

    private static List<EngineHost> pipe(String name) {
        return List.of(EngineHost.at(URI.create("npipe:////./pipe/" + name), "the pipe of " + name));
    }
}
