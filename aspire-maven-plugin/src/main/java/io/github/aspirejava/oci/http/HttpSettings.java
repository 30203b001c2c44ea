package io.github.aspirejava.oci.http;

import java.time.Duration;

/**
 * The HTTP settings for all registries of a session.
 *
 * @param connectTimeout the timeout for establishing a connection
 * @param idleTimeout the maximum idle time of a connection on which something is awaited, in either direction; a
 *     transfer may take any time as long as bytes flow
 * @param connectionsPerHost the maximum number of requests to one host at the same time
 * @param proxies the proxy for each host
 * @param log the listener that is notified of every exchange
 */
public record HttpSettings(
        Duration connectTimeout, Duration idleTimeout, int connectionsPerHost, ProxyChoice proxies, HttpLog log) {
    /** The defaults: 10 s to connect, 60 s idle, five connections, no proxies, no log. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(Duration.ofSeconds(10), Duration.ofSeconds(60), 5, ProxyChoice.NONE, HttpLog.NONE);

    /** Returns the same settings with {@code proxies}. */
    public HttpSettings withProxies(ProxyChoice proxies) {
        return new HttpSettings(connectTimeout, idleTimeout, connectionsPerHost, proxies, log);
    }

    /** Returns the same settings with {@code log} as the listener. */
    public HttpSettings withLog(HttpLog log) {
        return new HttpSettings(connectTimeout, idleTimeout, connectionsPerHost, proxies, log);
    }
}
