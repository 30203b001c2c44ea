package io.github.aspirejava.maven.settings;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.CredentialSource;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Credentials on Maven's command line: {@code -Daspire.registry.NAME.username} and
 * {@code -Daspire.registry.NAME.password}.
 */
public final class PropertyCredentials implements CredentialSource {
    private final Properties userProperties;

    /** Creates a source from Maven's command line. */
    public PropertyCredentials(Properties userProperties) {
        this.userProperties = userProperties;
    }

    @Override
    public String describe(RegistryHost host, String registryName) {
        return "-Daspire.registry.%s.username and .password".formatted(registryName);
    }

    @Override
    public Optional<Credentials> find(RegistryHost host, String registryName) throws IOException {
        String username = userProperties.getProperty("aspire.registry.%s.username".formatted(registryName), "");
        String password = userProperties.getProperty("aspire.registry.%s.password".formatted(registryName), "");
        if (username.isBlank() && password.isBlank()) {
            return Optional.empty();
        }
        if (username.isBlank() || password.isBlank()) {
            throw new FilteredException("only one of them is set");
        }
        return Optional.of(new Credentials(username, new Secret(password)));
    }
}
