package io.github.aspirejava.image;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and optional port of a registry, as an image reference writes them: {@code ghcr.io}, {@code localhost:5000},
 * {@code [::1]:5000}. The aliases of Docker Hub are mapped to {@code docker.io}.
 *
 * @param name a domain name, an IPv4 address, or an IPv6 address in brackets, in lower case
 * @param port the port, or 0 if the reference has none
 */
public record RegistryHost(String name, int port) implements Comparable<RegistryHost> {
    private static final String LABEL = "(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*|\\[[0-9a-f:.]+]");
    private static final Pattern FORM = Pattern.compile("(.+?)(?::([0-9]{1,5}))?");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");
    private static final String EXAMPLE = "Write a host and an optional port, such as ghcr.io or localhost:5000";
    private static final int MAX_NAME = 255;
    private static final int MAX_PORT = 65535;

    /**
     * Docker Hub, the registry of references that name none. It is declared below the patterns, which its validation
     * needs.
     */
    public static final RegistryHost DOCKER_HUB = new RegistryHost("docker.io", 0);

    /** @throws GrammarException if {@code name} is not a host or {@code port} not a port */
    public RegistryHost {
        if (!isHost(name)) {
            throw new GrammarException(
                    "'%s' is not a registry host".formatted(name), "Write a host name such as ghcr.io or localhost");
        }
        if (port < 0 || port > MAX_PORT) {
            throw notAPort(port);
        }
        if (port == 0
                && (name.equals("index.docker.io")
                        || name.equals("registry-1.docker.io")
                        || name.equals("registry.hub.docker.com"))) {
            name = "docker.io";
        }
    }

    /**
     * Reads {@code host[:port]}.
     *
     * @throws GrammarException if the text has a scheme, a path, spaces, or is not a host; it contains the corrected
     *     form if there is one
     */
    public static RegistryHost parse(String text) {
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !isHost(matcher.group(1))) {
            throw unreadable(text);
        }
        if (matcher.group(2) == null) {
            return new RegistryHost(matcher.group(1), 0);
        }
        int port = Integer.parseInt(matcher.group(2));
        if (port == 0) {
            throw notAPort(port);
        }
        return new RegistryHost(matcher.group(1), port);
    }

    private static GrammarException unreadable(String text) {
        String stripped = text.strip();
        String noScheme = SCHEME.matcher(stripped).replaceFirst("");
        String bare = noScheme.replaceFirst("/+$", "");
        if (bare.isEmpty()) {
            return new GrammarException(text.isBlank() ? "The registry endpoint is empty" : not(text), EXAMPLE);
        }
        int slash = bare.indexOf('/');
        String host = slash < 0 ? bare : bare.substring(0, slash);
        if (host.equals(text) || !isEndpoint(host)) {
            return new GrammarException(not(text), EXAMPLE);
        }
        String fault = !noScheme.equals(stripped)
                ? "has a scheme"
                : slash > 0 ? "has a path" : !bare.equals(noScheme) ? "ends with a slash" : "has spaces around it";
        String what = "The registry endpoint '%s' %s".formatted(text, fault);
        return slash < 0
                ? GrammarException.corrected(what, host)
                : new GrammarException(
                        what, "Write the endpoint %s and the repository %s".formatted(host, bare.substring(slash + 1)));
    }

    private static String not(String text) {
        return "'%s' is not a registry endpoint".formatted(text);
    }

    private static GrammarException notAPort(int port) {
        return new GrammarException("%d is not a port".formatted(port), "A port lies between 1 and " + MAX_PORT);
    }

    private static boolean isEndpoint(String text) {
        try {
            parse(text);
            return true;
        } catch (GrammarException e) {
            return false;
        }
    }

    /**
     * Returns whether the name is a host that is valid in a URI, too: nothing can be pulled from an address without a
     * URI.
     */
    private static boolean isHost(String name) {
        if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            return false;
        }
        try {
            return new URI("https://" + name).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Returns whether the first segment of a reference is a host and not a path component: it has a dot or a colon, or
     * is {@code localhost}, in any case (the rule of Docker and of Aspire).
     */
    public static boolean looksLikeHost(String firstSegment) {
        return firstSegment.indexOf('.') >= 0
                || firstSegment.indexOf(':') >= 0
                || firstSegment.equalsIgnoreCase("localhost");
    }

    /** Returns whether this host is the machine itself, by name or by literal address, without name resolution. */
    public boolean isLoopback() {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127(\\.[0-9]{1,3}){3}")
                || name.equals("[::1]");
    }

    @Override
    public int compareTo(RegistryHost other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return port == 0 ? name : name + ':' + port;
    }
}
