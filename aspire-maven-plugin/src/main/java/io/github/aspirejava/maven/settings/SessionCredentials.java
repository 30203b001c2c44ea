package io.github.aspirejava.maven.settings;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.oci.credential.CredentialSource;
import io.github.aspirejava.oci.credential.DockerConfigCredentials;
import io.github.aspirejava.oci.credential.EnvironmentCredentials;
import io.github.aspirejava.oci.credential.HomeDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The sources of credentials of a Maven session. */
public final class SessionCredentials {
    private SessionCredentials() {}

    /** Returns the sources in order of precedence. */
    public static List<CredentialSource> of(MavenSession session, AppModel model, SettingsDecrypter decrypter) {
        Map<String, String> environment = System.getenv();
        List<CredentialSource> sources = new ArrayList<>(List.of(
                new ModelCredentials(model),
                new PropertyCredentials(session.getUserProperties()),
                new EnvironmentCredentials(environment),
                new SettingsCredentials(session.getSettings(), decrypter)));
        sources.addAll(DockerConfigCredentials.of(environment, HomeDirectory.of(environment)));
        return sources;
    }
}
