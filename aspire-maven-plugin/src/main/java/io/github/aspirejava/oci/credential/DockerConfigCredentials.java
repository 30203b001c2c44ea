package io.github.aspirejava.oci.credential;

import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials of Docker's command line, or podman's in the same form: in a credential helper that the configuration
 * file names, or in the file itself.
 *
 * <p>The helper of the registry ({@code credHelpers}) takes precedence over the default one ({@code credsStore}); the
 * entries of the file itself ({@code auths}) are used if there is no helper, or if the helper has no credentials.
 */
public final class DockerConfigCredentials implements CredentialSource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final Map<String, String> environment;
    private final Duration patience;

    /**
     * Creates the credentials of one configuration file.
     *
     * @param file the file; it need not exist
     * @param environment the environment variables, in whose PATH helpers are searched and with which they are run
     * @param patience the timeout after which a helper that has not answered is ended
     */
    DockerConfigCredentials(Path file, Map<String, String> environment, Duration patience) {
        this.file = file;
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /**
     * Returns the configuration files of a user, in order of precedence: Docker's, which is
     * {@code $DOCKER_CONFIG/config.json} or else {@code ~/.docker/config.json}, then podman's, which is
     * {@code $REGISTRY_AUTH_FILE} or else {@code $XDG_RUNTIME_DIR/containers/auth.json}. The timeout of a helper is 30
     * seconds.
     *
     * @param environment the environment variables
     */
    public static List<CredentialSource> of(Map<String, String> environment, HomeDirectory home) {
        List<Path> files = new ArrayList<>();
        files.add(variable(environment, "DOCKER_CONFIG")
                .orElseGet(() -> home.ofSettings().resolve(".docker"))
                .resolve("config.json"));
        variable(environment, "REGISTRY_AUTH_FILE")
                .or(() -> variable(environment, "XDG_RUNTIME_DIR").map(run -> run.resolve("containers/auth.json")))
                .ifPresent(files::add);
        return files.stream()
                .<CredentialSource>map(file -> new DockerConfigCredentials(file, environment, PATIENCE))
                .toList();
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    @Override
    public String describe(RegistryHost host, String registryName) {
        try {
            Optional<DockerConfig> config = DockerConfig.read(file);
            if (config.isEmpty()) {
                return file + " (there is no such file)";
            }
            return helper(config.get(), host)
                    .map(helper -> "%s: helper '%s' for %s".formatted(file, helper.program(), host))
                    .orElse(file.toString());
        } catch (IOException e) {
            // An error in the file is reported by the lookup.
            return file.toString();
        }
    }

    @Override
    public Optional<Credentials> find(RegistryHost host, String registryName) throws IOException {
        Optional<DockerConfig> config = DockerConfig.read(file);
        if (config.isEmpty()) {
            return Optional.empty();
        }
        Optional<CredentialHelper> helper = helper(config.get(), host);
        if (helper.isPresent()) {
            Optional<Credentials> kept = helper.get().get(DockerConfig.serverName(host));
            if (kept.isPresent()) {
                return kept;
            }
        }
        return config.get().stored(host);
    }

    private Optional<CredentialHelper> helper(DockerConfig config, RegistryHost host) {
        return config.helper(host).map(name -> new CredentialHelper(name, environment, patience));
    }
}
