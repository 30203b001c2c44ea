package io.github.aspirejava.maven.settings;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.CredentialSource;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.credential.DockerConfigCredentials;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of the {@code <server>} in settings.xml whose id is the registry's name or its host; its password may be
 * encrypted.
 */
public final class SettingsCredentials implements CredentialSource {
    private static final Pattern UNSET_VARIABLE = Pattern.compile("\\$\\{env\\.[^}]+}");
    private static final Pattern ENCRYPTED = Pattern.compile("\\s*\\{.+}\\s*");
    private static final Pattern EXCEPTION_NAME = Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z]\\w*Exception: ");

    /**
     * The part of a message in which the parser of settings-security.xml quotes the file, including the master
     * password.
     */
    private static final Pattern UNQUOTABLE = Pattern.compile("(?:\\bseen\\b|\\(position|[<{]).*", Pattern.DOTALL);

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    /** Creates a source from {@code settings}, decrypted on first use. */
    public SettingsCredentials(Settings settings, SettingsDecrypter decrypter) {
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
        Server server = Stream.concat(Stream.of(registryName), DockerConfigCredentials.names(host).stream())
                .map(settings::getServer)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (server == null) {
            return Optional.empty();
        }
        boolean noUser = isUnset(server.getUsername());
        boolean noPassword = isUnset(server.getPassword());
        if (noUser && noPassword && server.getUsername() != null && server.getPassword() != null) {
            return Optional.empty();
        }
        if (noUser || noPassword) {
            throw new FilteredException("it has no <username> or no <password>");
        }
        return Optional.of(new Credentials(server.getUsername(), new Secret(decrypted(server))));
    }

    /** Returns whether a text is empty, or the name of an environment variable that does not exist. */
    private static boolean isUnset(@Nullable String text) {
        return text == null || text.isBlank() || UNSET_VARIABLE.matcher(text).matches();
    }

    private String decrypted(Server server) throws IOException {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            // Maven 4 warns about passwords that are encrypted in the way of Maven 3.
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw undecrypted(": " + quotable(problem.getMessage()));
            }
        }
        String password = result.getServer().getPassword();
        // A decrypter without a master password may return its input: that must not be sent to a registry.
        if (password.equals(server.getPassword()) && ENCRYPTED.matcher(password).matches()) {
            throw undecrypted("");
        }
        return password;
    }

    private static IOException undecrypted(String why) {
        return new FilteredException(
                "its password is encrypted, and Maven cannot decrypt it%s. Check the master password in settings-security.xml"
                        .formatted(why));
    }

    private static String quotable(String problem) {
        String plain = EXCEPTION_NAME.matcher(problem).replaceAll("");
        return UNQUOTABLE.matcher(plain).replaceFirst("…").strip();
    }
}
