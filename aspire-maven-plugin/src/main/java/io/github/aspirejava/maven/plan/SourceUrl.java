package io.github.aspirejava.maven.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public form of the address of a source repository: without credentials, and the same for all ways of cloning it.
 */
final class SourceUrl {
    private static final Pattern MAVEN_PREFIX = Pattern.compile("^scm:[a-z]+[:|]");
    private static final Pattern SCP = Pattern.compile("(?:[^@/:]+@)?([^@/:]+\\.[^@/:]+):(?!//)/?(.+)");
    private static final Pattern SSH = Pattern.compile("(?:git\\+)?ssh|git");

    private SourceUrl() {}

    /** Returns the address that people and tools can open; empty for one of this machine, or without any meaning. */
    static Optional<String> of(String address) {
        String text = MAVEN_PREFIX.matcher(address.strip()).replaceFirst("");
        Matcher scp = SCP.matcher(text);
        if (scp.matches()) {
            return Optional.of(https(scp.group(1), scp.group(2)));
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            if (SSH.matcher(scheme).matches()) {
                // The port is the one of SSH.
                return Optional.of(https(uri.getHost(), uri.getRawPath().replaceFirst("^/+", "")));
            }
            return scheme.equals("https") || scheme.equals("http")
                    ? Optional.of(withoutSuffix(
                            new URI(scheme, null, uri.getHost(), uri.getPort(), uri.getPath(), null, null).toString()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String https(String host, String path) {
        return withoutSuffix("https://%s/%s".formatted(host, path));
    }

    private static String withoutSuffix(String url) {
        return url.replaceFirst("(?:\\.git)?/*$", "");
    }
}
