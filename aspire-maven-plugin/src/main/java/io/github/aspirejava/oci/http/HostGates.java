package io.github.aspirejava.oci.http;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The gates of all hosts that a session speaks to: one for each host and port, whatever registries are there. */
final class HostGates {
    private final ConcurrentMap<String, HostGate> gates = new ConcurrentHashMap<>();
    private final int connectionsPerHost;
    private final Timekeeper time;
    private final Abort abort;

    HostGates(int connectionsPerHost, Timekeeper time, Abort abort) {
        this.connectionsPerHost = connectionsPerHost;
        this.time = time;
        this.abort = abort;
    }

    HostGate of(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return gates.computeIfAbsent(
                "%s:%d".formatted(uri.getHost(), port).toLowerCase(Locale.ROOT),
                server -> new HostGate(connectionsPerHost, time, abort));
    }
}
