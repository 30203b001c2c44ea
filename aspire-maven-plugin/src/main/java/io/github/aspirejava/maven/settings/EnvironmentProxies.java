package io.github.aspirejava.maven.settings;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.HttpProxy;
import io.github.aspirejava.oci.http.ProxyChoice;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies of a machine without any in settings.xml: those of Java's system properties, such as
 * {@code https.proxyHost}, or else those of the environment variables {@code HTTPS_PROXY}, {@code HTTP_PROXY} and
 * {@code ALL_PROXY}, in either case of letters. This machine itself is never reached through them.
 */
public final class EnvironmentProxies implements ProxyChoice {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|.*\\.localhost|127(?:\\.\\d+){3}|\\[::1]");
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final UnaryOperator<String> properties;
    private final Map<String, String> environment;

    /**
     * Creates the choice.
     *
     * @param properties returns the value of a system property, or an empty text
     * @param environment the environment variables
     */
    public EnvironmentProxies(UnaryOperator<String> properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<HttpProxy> proxyFor(URI uri) {
        String scheme = uri.getScheme();
        if (LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        String host = properties.apply(scheme + ".proxyHost");
        if (!host.isBlank()) {
            return isExcludedByProperty(uri) ? Optional.empty() : Optional.of(ofProperties(scheme, host));
        }
        return Stream.of(scheme + "_proxy", "all_proxy")
                .map(this::variable)
                .filter(value -> !value.isBlank())
                .findFirst()
                .filter(value -> !isExcludedByVariable(uri))
                .flatMap(EnvironmentProxies::parse);
    }

    private HttpProxy ofProperties(String scheme, String host) {
        String port = properties.apply(scheme + ".proxyPort");
        String user = properties.apply(scheme + ".proxyUser");
        int number =
                port.matches("\\d{1,5}") ? Integer.parseInt(port) : scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        Optional<Credentials> credentials = user.isBlank()
                ? Optional.empty()
                : Optional.of(new Credentials(user, new Secret(properties.apply(scheme + ".proxyPassword"))));
        return new HttpProxy(host, number, credentials);
    }

    /** Java has one list for both protocols: names with {@code *} at either end, separated by {@code |}. */
    private boolean isExcludedByProperty(URI uri) {
        return Stream.of(properties.apply("http.nonProxyHosts").split("\\|", -1))
                .filter(pattern -> !pattern.isBlank())
                .anyMatch(pattern -> uri.getHost().toLowerCase(Locale.ROOT).matches(regex(pattern)));
    }

    private static String regex(String pattern) {
        return Pattern.quote(pattern.strip().toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
    }

    /** Names exclude their subdomains, too; a port, an address, a network in CIDR notation and {@code *} are known. */
    private boolean isExcludedByVariable(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
        return Stream.of(variable("no_proxy").split("[,\\s]+", -1))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> excludes(entry, host, port));
    }

    private static boolean excludes(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return Network.contains(entry, host);
        }
        boolean withPort = entry.matches(".+[^:]:\\d{1,5}");
        String name = withPort ? entry.substring(0, entry.lastIndexOf(':')) : entry;
        if (withPort && !entry.endsWith(":" + port)) {
            return false;
        }
        String domain = name.replaceFirst("^\\*?\\.", "");
        return host.endsWith("." + domain) || (host.equals(domain) && !name.startsWith("*"));
    }

    /** Reads {@code [http://][user:password@]host[:port]}; other kinds of proxies are none for registries. */
    private static Optional<HttpProxy> parse(String text) {
        URI uri;
        try {
            uri = URI.create(text.contains("://") ? text.strip() : "http://" + text.strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (uri.getHost() == null || !"http".equals(uri.getScheme())) {
            return Optional.empty();
        }
        Optional<Credentials> credentials = Optional.ofNullable(uri.getRawUserInfo())
                .map(info -> List.of((info + ":").split(":", -1)))
                .map(parts -> new Credentials(decoded(parts.get(0)), new Secret(decoded(parts.get(1)))));
        return Optional.of(new HttpProxy(uri.getHost(), uri.getPort() < 0 ? HTTP_PORT : uri.getPort(), credentials));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private String variable(String name) {
        String lower = environment.getOrDefault(name, "");
        return lower.isBlank() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
    }
}
