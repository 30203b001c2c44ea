package io.github.aspirejava.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.credential.Credentials;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A configuration directory for one run of Docker's command line: the user's, with further credentials. Only its owner
 * can read it, and it is deleted when this is closed.
 */
final class DockerConfigCopy implements Closeable {
    private static final List<String> LINKED = List.of("cli-plugins", "contexts", "certs.d");

    private final Path directory;

    private DockerConfigCopy(Path directory) {
        this.directory = directory;
    }

    /** Creates the directory. */
    static DockerConfigCopy of(DockerSettings settings, Map<String, Credentials> credentials) throws IOException {
        DockerConfigCopy copy = new DockerConfigCopy(Files.createTempDirectory("aspire-docker-"));
        boolean written = false;
        try {
            for (String name : LINKED) {
                Path original = settings.directory().resolve(name);
                if (Files.exists(original)) {
                    Files.createSymbolicLink(copy.directory.resolve(name), original);
                }
            }
            Path file = copy.directory.resolve("config.json");
            Files.write(file, Json.write(with(settings.content(), credentials)));
            written = true;
            return copy;
        } finally {
            if (!written) {
                copy.close();
            }
        }
    }

    private static ObjectNode with(JsonNode original, Map<String, Credentials> credentials) {
        ObjectNode content = Json.object();
        original.properties().forEach(entry -> content.set(entry.getKey(), entry.getValue()));
        ObjectNode helpers = object(original.path("credHelpers"));
        ObjectNode stored = object(original.path("auths"));
        String store = original.path("credsStore").asText("");
        if (!store.isEmpty()) {
            // The default store would take precedence over the credentials of the file.
            content.remove("credsStore");
            original.path("auths").fieldNames().forEachRemaining(key -> {
                if (!helpers.has(key)) {
                    helpers.put(key, store);
                }
            });
        }
        credentials.forEach((key, value) -> {
            helpers.remove(key);
            stored.set(key, login(value));
        });
        content.set("credHelpers", helpers);
        content.set("auths", stored);
        return content;
    }

    private static ObjectNode object(JsonNode original) {
        ObjectNode copy = Json.object();
        original.properties().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
        return copy;
    }

    private static ObjectNode login(Credentials credentials) {
        ObjectNode login = Json.object();
        if (credentials.isIdentityToken()) {
            String user = "00000000-0000-0000-0000-000000000000:";
            return login.put("auth", base64(user))
                    .put("identitytoken", credentials.password().reveal());
        }
        return credentials.isRegistryToken()
                ? login.put("registrytoken", credentials.password().reveal())
                : login.put(
                        "auth",
                        base64(credentials.username() + ":"
                                + credentials.password().reveal()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the variables that select the directory; the builders of buildx, which are kept beside the configuration,
     * stay those of the user.
     */
    Map<String, String> variables(DockerSettings settings, Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>(Map.of("DOCKER_CONFIG", directory.toString()));
        if (environment.getOrDefault("BUILDX_CONFIG", "").isBlank()) {
            variables.put(
                    "BUILDX_CONFIG", settings.directory().resolve("buildx").toString());
        }
        return variables;
    }

    @Override
    public void close() throws IOException {
        List<Path> files = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(directory)) {
            entries.forEach(files::add);
        }
        files.add(directory);
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
