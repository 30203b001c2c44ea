package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.CredentialSource;
import io.github.aspirejava.oci.credential.Credentials;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Credentials of the {@code <server>} in settings.xml whose id is the registry's name or its host; its password may be
 * encrypted.
 */
final class SettingsCredentials implements CredentialSource {
    private final Settings settings;
    private final SettingsDecrypter decrypter;

    SettingsCredentials(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    @Override
    public String describe(RegistryHost host, String registryName) {
        return registryName.equals(host.toString())
                ? "<server> '%s' of settings.xml".formatted(host)
                : "<server> '%s' or '%s' of settings.xml".formatted(registryName, host);
    }

    @Override
    public Optional<Credentials> find(RegistryHost host, String registryName) throws IOException {
        Server server = settings.getServer(registryName);
        if (server == null) {
            server = settings.getServer(host.toString());
        }
        if (server == null) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            throw new IOException("its password cannot be decrypted: %s".formatted(problem.getMessage()));
        }
        Server decrypted = result.getServer();
        if (decrypted.getUsername() == null || decrypted.getPassword() == null) {
            throw new IOException("it has no <username> or no <password>");
        }
        return Optional.of(new Credentials(decrypted.getUsername(), new Secret(decrypted.getPassword())));
    }
}
