package io.github.aspirejava.maven.settings;

import io.github.aspirejava.oci.http.ProxyChoice;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;

/** The proxies of a Maven session: those of settings.xml, or if it has none those of its environment. */
public final class SessionProxies {
    private SessionProxies() {}

    /** Returns the choice for {@code session}. */
    public static ProxyChoice of(MavenSession session) {
        if (session.getSettings().getProxies().stream().anyMatch(Proxy::isActive)) {
            return new SettingsProxies(session.getRepositorySession());
        }
        return new EnvironmentProxies(
                name -> session.getUserProperties()
                        .getProperty(name, session.getSystemProperties().getProperty(name, "")),
                System.getenv());
    }
}
