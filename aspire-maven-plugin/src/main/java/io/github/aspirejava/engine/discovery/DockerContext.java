package io.github.aspirejava.engine.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.engine.api.EngineHost;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The <a href="https://docs.docker.com/engine/manage-resources/contexts/">context</a> that Docker's command line would
 * use: the one of {@code DOCKER_CONTEXT}, else the current one of {@code config.json}. The context named default does
 * not count.
 */
final class DockerContext {
    private final Path configuration;
    private final Map<String, String> environment;

    DockerContext(Map<String, String> environment, Path home) {
        String directory = environment.getOrDefault("DOCKER_CONFIG", "");
        this.configuration = directory.isBlank() ? home.resolve(".docker") : Path.of(directory);
        this.environment = environment;
    }

    /** Returns the directory of Docker's configuration. */
    Path configuration() {
        return configuration;
    }

    /** Returns the engine of the context; empty if there is no context, or it has no usable endpoint. */
    Optional<EngineHost> host() {
        String name = environment.getOrDefault("DOCKER_CONTEXT", "");
        if (name.isBlank()) {
            name = read(configuration.resolve("config.json"))
                    .path("currentContext")
                    .asText("");
        }
        if (name.isBlank() || name.equals("default")) {
            return Optional.empty();
        }
        String id = Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex();
        String address = read(configuration.resolve("contexts/meta").resolve(id).resolve("meta.json"))
                .path("Endpoints")
                .path("docker")
                .path("Host")
                .asText("");
        Path certificates = configuration.resolve("contexts/tls").resolve(id).resolve("docker");
        String source = "Docker's context '%s'".formatted(name);
        return Addresses.parse(address)
                .map(uri -> new EngineHost(uri, Optional.of(certificates).filter(Files::isDirectory), source));
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            return Json.object();
        }
    }

    /** The parser of addresses in Docker's notation. */
    static final class Addresses {
        private Addresses() {}

        static Optional<URI> parse(String address) {
            if (address.isBlank()) {
                return Optional.empty();
            }
            String withScheme = address.contains("://") ? address : "tcp://" + address;
            try {
                return Optional.of(URI.create(withScheme.replaceFirst("^https?://", "tcp://")));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
