package io.github.aspirejava.oci.http;

import java.net.URI;
import java.util.Locale;

/**
 * The origin of an address, by RFC 6454: addresses of one origin differ in their paths only.
 *
 * @param host the host in lower case
 * @param port the port; the scheme's default if the address names none
 */
public record WebOrigin(String scheme, String host, int port) {
    /** Returns the origin of an address with scheme {@code http} or {@code https} and a host. */
    public static WebOrigin of(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return new WebOrigin(uri.getScheme(), uri.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** Returns host and port of an address for messages, without the user information that it may have. */
    public static String server(URI uri) {
        String host = uri.getHost();
        if (host == null) {
            return String.valueOf(uri.getRawAuthority()).replaceFirst(".*@", "");
        }
        return uri.getPort() < 0 ? host : "%s:%d".formatted(host, uri.getPort());
    }
}
