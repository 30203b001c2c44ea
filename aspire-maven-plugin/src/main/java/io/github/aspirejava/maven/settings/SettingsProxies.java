package io.github.aspirejava.maven.settings;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.HttpProxy;
import io.github.aspirejava.oci.http.ProxyChoice;
import java.net.URI;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The proxies of settings.xml, chosen as Maven chooses them for its repositories: by the protocol of the address, one
 * for {@code http} also for {@code https} if that has none, and none for a host of {@code <nonProxyHosts>}. Maven makes
 * no exception for this machine, so neither is one made here. Passwords are decrypted by Maven.
 */
public final class SettingsProxies implements ProxyChoice {
    private final RepositorySystemSession session;

    /** Creates the choice among the proxies that Maven itself uses in this session. */
    public SettingsProxies(RepositorySystemSession session) {
        this.session = session;
    }

    @Override
    public Optional<HttpProxy> proxyFor(URI uri) {
        ProxySelector selector = session.getProxySelector();
        RemoteRepository server = new RemoteRepository.Builder(
                        "registry", "default", "%s://%s".formatted(uri.getScheme(), uri.getRawAuthority()))
                .build();
        Proxy proxy = selector == null ? null : selector.getProxy(server);
        return Optional.ofNullable(proxy)
                .map(chosen -> new HttpProxy(chosen.getHost(), chosen.getPort(), credentials(server, chosen)));
    }

    private Optional<Credentials> credentials(RemoteRepository server, Proxy proxy) {
        RemoteRepository behind =
                new RemoteRepository.Builder(server).setProxy(proxy).build();
        try (AuthenticationContext context = AuthenticationContext.forProxy(session, behind)) {
            String username = context == null ? null : context.get(AuthenticationContext.USERNAME);
            String password = context == null ? null : context.get(AuthenticationContext.PASSWORD);
            return Optional.ofNullable(username)
                    .map(user -> new Credentials(user, new Secret(password == null ? "" : password)));
        }
    }
}
