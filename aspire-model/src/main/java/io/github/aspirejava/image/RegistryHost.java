package io.github.aspirejava.image;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and optional port of a registry, as an image reference writes them: {@code ghcr.io}, {@code localhost:5000},
 * {@code [::1]:5000}. Docker Hub's several names are one: {@code docker.io}.
 *
 * @param name a domain name, an IPv4 address, or an IPv6 address in brackets, in lower case
 * @param port the port, or 0 where the reference has none
 */
public record RegistryHost(String name, int port) implements Comparable<RegistryHost> {
    private static final String LABEL = "(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*|\\[[0-9a-f:.]+]");
    private static final Pattern FORM = Pattern.compile("(.+?)(?::([0-9]{1,5}))?");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");

    /** Docker Hub, the registry of references that name none. It stands below the patterns, which its check needs. */
    public static final RegistryHost DOCKER_HUB = new RegistryHost("docker.io", 0);

    /** @throws GrammarException if {@code name} is not a host or {@code port} not a port */
    public RegistryHost {
        if (!NAME.matcher(name).matches() || name.length() > 255) {
            throw new GrammarException(
                    "'%s' is not a registry host".formatted(name),
                    "Write a host name such as ghcr.io or localhost:5000");
        }
        if (port < 0 || port > 65535) {
            throw new GrammarException("%d is not a port".formatted(port), "A port lies between 1 and 65535");
        }
        if (port == 0
                && (name.equals("index.docker.io")
                        || name.equals("registry-1.docker.io")
                        || name.equals("registry.hub.docker.com"))) {
            name = "docker.io";
        }
    }

    /**
     * Reads {@code host[:port]}. @throws GrammarException if the text has a scheme, a path, spaces, or is no host; it
     * holds the corrected form
     */
    public static RegistryHost parse(String text) {
        String bare = SCHEME.matcher(text.strip()).replaceFirst("").replaceFirst("/+$", "");
        if (SCHEME.matcher(text).find()) {
            throw new GrammarException(
                    "The registry endpoint '%s' has a scheme".formatted(text), "Write %s".formatted(bare));
        }
        if (text.endsWith("/") && !bare.contains("/")) {
            throw new GrammarException(
                    "The registry endpoint '%s' ends with a slash".formatted(text), "Write %s".formatted(bare));
        }
        int slash = bare.indexOf('/');
        if (slash > 0) {
            throw new GrammarException(
                    "The registry endpoint '%s' has a path".formatted(text),
                    "Write the endpoint %s and the repository %s"
                            .formatted(bare.substring(0, slash), bare.substring(slash + 1)));
        }
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !NAME.matcher(matcher.group(1)).matches()) {
            throw new GrammarException(
                    text.isBlank()
                            ? "The registry endpoint is empty"
                            : "'%s' is not a registry endpoint".formatted(text),
                    "Write a host and an optional port, such as ghcr.io or localhost:5000");
        }
        return new RegistryHost(matcher.group(1), matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }

    /**
     * Whether the first segment of a reference is a host and not a path component: it has a dot or a colon, or is
     * {@code localhost}, in any case (the rule of Docker and of Aspire).
     */
    public static boolean looksLikeHost(String firstSegment) {
        return firstSegment.indexOf('.') >= 0
                || firstSegment.indexOf(':') >= 0
                || firstSegment.equalsIgnoreCase("localhost");
    }

    /** Whether this host is the machine itself, by name or by literal address: no name is looked up. */
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
