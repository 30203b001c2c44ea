package io.github.aspirejava.oci.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The credentials in a <a href="https://docs.docker.com/reference/cli/docker/#configuration-files">configuration file
 * of Docker's command line</a>.
 */
final class DockerConfig {
    /** The key under which Docker's command line keeps the credentials of Docker Hub. */
    private static final String DOCKER_HUB_KEY = "https://index.docker.io/v1/";

    /** The key of a registry: its host, or the address of its API. */
    private static final Pattern REGISTRY_KEY = Pattern.compile("(?:https?://)?([^/]+)(?:/|/v[12]/?)?");

    /** Podman's key of a repository, or of all those below a path. */
    private static final Pattern REPOSITORY_KEY = Pattern.compile("(?:https?://)?([^/]+)/(?!v[12]/?$)(.+?)/?");

    private final JsonNode content;

    private DockerConfig(JsonNode content) {
        this.content = content;
    }

    /**
     * Reads a file.
     *
     * @return the configuration; empty if the file does not exist
     * @throws IOException if it cannot be read, or is not JSON; the message neither names the file nor quotes its
     *     content
     */
    static Optional<DockerConfig> read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FilteredException("it cannot be read. Check that it is a file, and its permissions", e);
        }
        return Optional.of(parse(bytes));
    }

    /** Reads a configuration that is kept in a variable; the exception is as that of a file. */
    static DockerConfig parse(String text) throws IOException {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static DockerConfig parse(byte[] bytes) throws IOException {
        try {
            return new DockerConfig(Json.read(bytes));
        } catch (JsonProcessingException e) {
            // Without its cause, which quotes the invalid text: that may be a password.
            throw new FilteredException("it is not JSON. Look at its line %d, column %d"
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
    }

    /** Returns the server name under which stored credentials of a registry are looked up. */
    static String serverName(RegistryHost host) {
        return host.equals(RegistryHost.DOCKER_HUB) ? DOCKER_HUB_KEY : host.toString();
    }

    /** Returns the name of the credential helper for a registry: its own one, or else the default one. */
    Optional<String> helper(RegistryHost host) {
        // An empty name excludes a registry from the default store.
        return entry(content.path("credHelpers"), host, "")
                .or(() -> Optional.of(content.path("credsStore")))
                .map(JsonNode::asText)
                .filter(name -> !name.isBlank());
    }

    /**
     * Returns the credentials of a registry that are in the file itself.
     *
     * @param path the path of the repository or of those that images are pushed below; podman keeps credentials of
     *     single ones, too
     * @throws IOException if it has an invalid entry for the registry
     */
    Optional<Credentials> stored(RegistryHost host, String path) throws IOException {
        Optional<JsonNode> entry = entry(content.path("auths"), host, path);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        String identityToken = entry.get().path("identitytoken").asText();
        if (!identityToken.isEmpty()) {
            return Optional.of(Credentials.identityToken(new Secret(identityToken)));
        }
        String registryToken = entry.get().path("registrytoken").asText();
        if (!registryToken.isEmpty()) {
            return Optional.of(Credentials.registryToken(new Secret(registryToken)));
        }
        String pair = entry.get().path("auth").asText();
        if (!pair.isEmpty()) {
            return Optional.of(decode(pair, host));
        }
        String username = entry.get().path("username").asText();
        String password = entry.get().path("password").asText();
        return username.isEmpty() || password.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credentials(username, new Secret(password)));
    }

    private static Credentials decode(String pair, RegistryHost host) throws IOException {
        try {
            String decoded =
                    new String(Base64.getDecoder().decode(pair.replaceAll("\\s+", "")), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon > 0) {
                return new Credentials(
                        decoded.substring(0, colon),
                        new Secret(decoded.substring(colon + 1).replaceFirst("\\x00+$", "")));
            }
        } catch (IllegalArgumentException e) {
            // Falls through, as the exception's message contains a part of the secret.
        }
        throw new FilteredException(
                "the 'auth' of its entry for %s is not user:password in Base64. Run `docker login %s` again"
                        .formatted(host, host));
    }

    /**
     * Returns the entry of a registry: that of the nearest parent of the path, or else of the host under the exact key
     * that Docker uses, or else under one of its aliases.
     */
    private static Optional<JsonNode> entry(JsonNode entries, RegistryHost host, String path) {
        for (String parent = path; !parent.isEmpty(); parent = parent(parent)) {
            for (Map.Entry<String, JsonNode> entry : entries.properties()) {
                Matcher key = REPOSITORY_KEY.matcher(entry.getKey());
                if (key.matches() && key.group(2).equals(parent) && isName(host, key.group(1))) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        JsonNode exact = entries.path(serverName(host));
        if (!exact.isMissingNode()) {
            return Optional.of(exact);
        }
        return entries.properties().stream()
                .filter(entry -> isKeyOf(host, entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static boolean isKeyOf(RegistryHost host, String key) {
        Matcher matcher = REGISTRY_KEY.matcher(key);
        return matcher.matches() && isName(host, matcher.group(1));
    }

    private static boolean isName(RegistryHost host, String name) {
        try {
            return RegistryHost.parse(name).equals(host)
                    || (host.equals(RegistryHost.DOCKER_HUB) && name.equals("hub.docker.com"));
        } catch (GrammarException e) {
            return false;
        }
    }
}
