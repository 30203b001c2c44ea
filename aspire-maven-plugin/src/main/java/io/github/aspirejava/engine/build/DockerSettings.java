package io.github.aspirejava.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.credential.HomeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The configuration directory of Docker's command line. */
final class DockerSettings {
    /** The settings of a proxy, and the build arguments that Docker's command line makes of them. */
    private static final Map<String, String> PROXIES = Map.of(
            "httpProxy", "HTTP_PROXY",
            "httpsProxy", "HTTPS_PROXY",
            "ftpProxy", "FTP_PROXY",
            "allProxy", "ALL_PROXY",
            "noProxy", "NO_PROXY");

    private final Path directory;

    DockerSettings(Map<String, String> environment) {
        String set = environment.getOrDefault("DOCKER_CONFIG", "");
        this.directory = set.isBlank()
                ? HomeDirectory.of(environment).ofSettings().resolve(".docker")
                : Path.of(set).toAbsolutePath();
    }

    /** Returns the directory; it may not exist. */
    Path directory() {
        return directory;
    }

    /** Returns the content of {@code config.json}; a missing node if there is none, or it is not JSON. */
    JsonNode content() {
        try {
            return Json.parse(Files.readAllBytes(directory.resolve("config.json")));
        } catch (IOException e) {
            return Json.object();
        }
    }

    /**
     * Returns the build arguments for the configured proxies, in upper and lower case, as {@code docker build} passes
     * them.
     *
     * @param engine the address of the engine, for which other proxies may be configured
     * @param arguments the arguments of the build, which take precedence
     */
    Map<String, String> withProxies(String engine, Map<String, String> arguments) {
        JsonNode proxies = content().path("proxies");
        JsonNode own = proxies.path(engine);
        JsonNode used = own.isMissingNode() ? proxies.path("default") : own;
        Map<String, String> all = new LinkedHashMap<>();
        PROXIES.forEach((setting, name) -> {
            String value = used.path(setting).asText("");
            if (!value.isEmpty()) {
                all.put(name, value);
                all.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        all.putAll(arguments);
        return all;
    }
}
