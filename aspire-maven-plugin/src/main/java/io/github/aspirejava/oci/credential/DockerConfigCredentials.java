package io.github.aspirejava.oci.credential;

import io.github.aspirejava.concurrent.Memo;
import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The credentials of Docker's command line, or podman's in the same form: in a credential helper that the configuration
 * file names, or in the file itself.
 *
 * <p>The helper of the registry ({@code credHelpers}) takes precedence over the default one ({@code credsStore}); the
 * entries of the file itself ({@code auths}) are used if there is no helper, or if the helper has no credentials.
 */
public final class DockerConfigCredentials implements CredentialSource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String VARIABLE = "DOCKER_AUTH_CONFIG";
    private static final List<String> DOCKER_HUB_NAMES = List.of(
            "docker.io",
            "index.docker.io",
            "https://index.docker.io/v1/",
            "https://index.docker.io/v1",
            "registry-1.docker.io",
            "https://registry-1.docker.io",
            "https://registry-1.docker.io/v2/",
            "registry.hub.docker.com",
            "hub.docker.com",
            "https://hub.docker.com");

    private final Place place;
    private final Map<String, String> environment;
    private final Duration patience;
    /** The answers of helpers, which may be slow, or ask the user. */
    private final Memo<String, Optional<Credentials>> answers = new Memo<>();

    /** A configuration, and the name of the place where it is kept. */
    private record Place(String name, Reader reader) {}

    @FunctionalInterface
    private interface Reader {
        Optional<DockerConfig> read() throws IOException;
    }

    /**
     * Creates the credentials of one configuration file.
     *
     * @param file the file; it need not exist
     * @param environment the environment variables, in whose PATH helpers are searched and with which they are run
     * @param patience the timeout after which a helper that has not answered is ended
     */
    DockerConfigCredentials(Path file, Map<String, String> environment, Duration patience) {
        this(new Place(file.toString(), () -> DockerConfig.read(file)), environment, patience);
    }

    private DockerConfigCredentials(Place place, Map<String, String> environment, Duration patience) {
        this.place = place;
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /**
     * Returns the configurations of a user, in order of precedence: Docker's, which is
     * {@code $DOCKER_CONFIG/config.json} or else {@code ~/.docker/config.json}, and the content of
     * {@code DOCKER_AUTH_CONFIG}; then podman's, which is {@code $REGISTRY_AUTH_FILE}, or else
     * {@code containers/auth.json} in {@code $XDG_RUNTIME_DIR} (without it, in {@code /run/containers/UID}) and in
     * {@code $XDG_CONFIG_HOME} or {@code ~/.config}. The timeout of a helper is 30 seconds.
     *
     * @param environment the environment variables
     */
    public static List<CredentialSource> of(Map<String, String> environment, HomeDirectory home) {
        List<Place> places = new ArrayList<>();
        places.add(file(variable(environment, "DOCKER_CONFIG")
                .orElseGet(() -> home.ofSettings().resolve(".docker"))
                .resolve("config.json")));
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isBlank()) {
            places.add(new Place("environment variable " + VARIABLE, () -> Optional.of(DockerConfig.parse(variable))));
        }
        podman(environment, home).forEach(path -> places.add(file(path)));
        return places.stream()
                .<CredentialSource>map(place -> new DockerConfigCredentials(place, environment, PATIENCE))
                .toList();
    }

    /** Returns all names under which users and tools keep the credentials of a registry. */
    public static List<String> names(RegistryHost host) {
        return host.equals(RegistryHost.DOCKER_HUB)
                ? DOCKER_HUB_NAMES
                : List.of(host.toString(), "https://" + host, "http://" + host);
    }

    private static List<Path> podman(Map<String, String> environment, HomeDirectory home) {
        Optional<Path> own = variable(environment, "REGISTRY_AUTH_FILE");
        if (own.isPresent()) {
            return List.of(own.get());
        }
        Path config = variable(environment, "XDG_CONFIG_HOME")
                .orElseGet(() -> home.ofSettings().resolve(".config"));
        return Stream.concat(
                        variable(environment, "XDG_RUNTIME_DIR")
                                .map(run -> run.resolve("containers"))
                                .or(DockerConfigCredentials::runtimeDirectory)
                                .stream(),
                        Stream.of(config.resolve("containers")))
                .map(directory -> directory.resolve("auth.json"))
                .toList();
    }

    /** Returns podman's directory of a user without a session, such as root in a container; empty but on Linux. */
    private static Optional<Path> runtimeDirectory() {
        try {
            Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return Optional.of(Path.of("/run/containers", String.valueOf(user)));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Place file(Path path) {
        return new Place(path.toString(), () -> DockerConfig.read(path));
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    @Override
    public String describe(RegistryHost host, String registryName) {
        try {
            Optional<DockerConfig> config = place.reader().read();
            if (config.isEmpty()) {
                return place.name() + " (there is no such file)";
            }
            return helper(config.get(), host)
                    .map(helper -> "%s: helper '%s' for %s".formatted(place.name(), helper.program(), host))
                    .orElse(place.name());
        } catch (IOException e) {
            // An error in the file is reported by the lookup.
            return place.name();
        }
    }

    @Override
    public Optional<Credentials> find(RegistryHost host, String registryName) throws IOException {
        return find(host, registryName, "");
    }

    @Override
    public Optional<Credentials> find(RegistryHost host, String registryName, String path) throws IOException {
        Optional<DockerConfig> config = place.reader().read();
        if (config.isEmpty()) {
            return Optional.empty();
        }
        Optional<CredentialHelper> helper = helper(config.get(), host);
        if (helper.isEmpty()) {
            return config.get().stored(host, path);
        }
        try {
            Optional<Credentials> kept = answers.get(
                    "%s %s".formatted(helper.get().program(), host),
                    () -> helper.get().get(DockerConfig.serverName(host)));
            return kept.isPresent() ? kept : config.get().stored(host, path);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // The file may have what the helper cannot give, as it may have been written before the helper was set.
            Optional<Credentials> stored = config.get().stored(host, path);
            if (stored.isEmpty()) {
                throw e;
            }
            return stored;
        }
    }

    private Optional<CredentialHelper> helper(DockerConfig config, RegistryHost host) {
        return config.helper(host).map(name -> new CredentialHelper(name, environment, patience));
    }
}
