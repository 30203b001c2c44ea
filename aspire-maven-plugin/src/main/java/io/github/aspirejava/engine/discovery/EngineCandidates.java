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
    private final DockerContext context;
    private final UsualSockets sockets;

    EngineCandidates(
            Function<String, Optional<String>> property, Map<String, String> environment, Path home, boolean windows) {
        this.property = property;
        this.environment = environment;
        this.context = new DockerContext(environment, home);
        this.sockets = new UsualSockets(environment, home, windows);
    }

    List<EngineHost> list(Preference preference) throws StepException {
        Optional<EngineHost> set = set(PROPERTY, property.apply(PROPERTY));
        if (set.isPresent()) {
            return List.of(set.get());
        }
        List<EngineHost> candidates = new ArrayList<>();
        if (preference.allows(EngineKind.DOCKER)) {
            Optional<EngineHost> chosen = set("DOCKER_HOST", variable("DOCKER_HOST"));
            if (chosen.isEmpty()) {
                chosen = context.host();
            }
            if (chosen.isPresent()) {
                return List.of(chosen.get());
            }
            candidates.addAll(sockets.ofDocker());
        } else {
            set("CONTAINER_HOST", variable("CONTAINER_HOST")).ifPresent(candidates::add);
            set("DOCKER_HOST", variable("DOCKER_HOST")).ifPresent(candidates::add);
        }
        if (preference.allows(EngineKind.PODMAN)) {
            candidates.addAll(sockets.ofPodman());
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
        URI uri = EngineAddress.parse(address.get(), name);
        boolean verified = uri.getScheme().equals("tcp")
                && variable("DOCKER_TLS_VERIFY").filter(text -> !text.isEmpty()).isPresent();
        Path certificates = variable("DOCKER_CERT_PATH")
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .orElseGet(context::configuration);
        return Optional.of(new EngineHost(uri, verified ? Optional.of(certificates) : Optional.empty(), name));
    }
}
