package io.github.aspirejava.engine.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.engine.api.EngineHost;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
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
    static final String DEFAULT = "default";

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

    /**
     * Returns the engine of the context; empty if there is no context.
     *
     * @throws StepException if there is no context of this name, or it has no usable address: Docker would not use
     *     another engine either
     */
    Optional<EngineHost> host() throws StepException {
        String variable = environment.getOrDefault("DOCKER_CONTEXT", "");
        Path file = configuration.resolve("config.json");
        String name = variable.isBlank() ? read(file).path("currentContext").asText("") : variable;
        if (name.isBlank() || name.equals(DEFAULT)) {
            return Optional.empty();
        }
        String id = Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex();
        Path meta = configuration.resolve("contexts/meta").resolve(id).resolve("meta.json");
        if (!Files.isRegularFile(meta)) {
            throw new StepException(
                    "%s names the context '%s' of Docker, which does not exist in %s. Choose another one: docker context ls, docker context use NAME."
                            .formatted(variable.isBlank() ? file : "DOCKER_CONTEXT", name, configuration));
        }
        String source = "Docker's context '%s'".formatted(name);
        String address =
                read(meta).path("Endpoints").path("docker").path("Host").asText("");
        if (address.isBlank()) {
            throw new StepException(
                    "%s has no address of an engine in %s. Set it: docker context update %s --docker host=unix://PATH."
                            .formatted(source, meta, name));
        }
        Path certificates = configuration.resolve("contexts/tls").resolve(id).resolve("docker");
        return Optional.of(new EngineHost(
                        EngineAddress.parse(address, source),
                        Optional.of(certificates).filter(Files::isDirectory),
                        source)
                .inContext(name));
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            return Json.object();
        }
    }
}
