package io.github.aspirejava.oci.credential;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials in the environment variables {@code ASPIRE_REGISTRY_NAME_USERNAME} and
 * {@code ASPIRE_REGISTRY_NAME_PASSWORD}, where NAME is the registry's name in upper case with '_' for '-'.
 */
public final class EnvironmentCredentials implements CredentialSource {
    private final Map<String, String> environment;

    /** Creates a source that reads {@code environment}, as {@link System#getenv()} returns it. */
    public EnvironmentCredentials(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String describe(RegistryHost host, String registryName) {
        return "environment variables %s and %s"
                .formatted(variable(registryName, "USERNAME"), variable(registryName, "PASSWORD"));
    }

    @Override
    public Optional<Credentials> find(RegistryHost host, String registryName) throws IOException {
        String username = environment.getOrDefault(variable(registryName, "USERNAME"), "");
        String password = environment.getOrDefault(variable(registryName, "PASSWORD"), "");
        if (username.isBlank() && password.isBlank()) {
            return Optional.empty();
        }
        if (username.isBlank() || password.isBlank()) {
            String missing = variable(registryName, username.isBlank() ? "USERNAME" : "PASSWORD");
            throw new FilteredException("only one of them is set. Set %s too".formatted(missing));
        }
        return Optional.of(new Credentials(username, new Secret(password)));
    }

    private static String variable(String registryName, String field) {
        return "ASPIRE_REGISTRY_%s_%s"
                .formatted(registryName.toUpperCase(Locale.ROOT).replace('-', '_'), field);
    }
}
