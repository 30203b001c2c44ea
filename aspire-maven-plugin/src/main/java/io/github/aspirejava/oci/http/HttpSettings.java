package io.github.aspirejava.oci.http;

import java.time.Duration;

/**
 * How all registries of a session are spoken to.
 *
 * @param connectTimeout how long a connection may take to come about
 * @param idleTimeout how long a connection may be silent while something is awaited, in either direction; however long
 *     a transfer takes, it goes on as long as bytes flow
 * @param connectionsPerHost how many requests one host gets at the same time, at most
 * @param proxies the way to each host
 * @param log hears of every exchange
 */
public record HttpSettings(
        Duration connectTimeout, Duration idleTimeout, int connectionsPerHost, ProxyChoice proxies, HttpLog log) {
    /** 10 s to connect, 60 s of silence, five connections, no proxies, no log. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(Duration.ofSeconds(10), Duration.ofSeconds(60), 5, ProxyChoice.NONE, HttpLog.NONE);

    /** The same through {@code proxies}. */
    public HttpSettings withProxies(ProxyChoice proxies) {
        return new HttpSettings(connectTimeout, idleTimeout, connectionsPerHost, proxies, log);
    }

    /** The same, told to {@code log}. */
    public HttpSettings withLog(HttpLog log) {
        return new HttpSettings(connectTimeout, idleTimeout, connectionsPerHost, proxies, log);
    }
}
