package io.github.aspirejava.oci.http;

import io.github.aspirejava.concurrent.Cancellation;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The gates of all hosts of a session: one for each host and port, whichever registries are there. */
final class HostGates {
    private final ConcurrentMap<WebOrigin, HostGate> gates = new ConcurrentHashMap<>();
    private final int connectionsPerHost;
    private final Timekeeper time;
    private final Cancellation cancellation;

    HostGates(int connectionsPerHost, Timekeeper time, Cancellation cancellation) {
        this.connectionsPerHost = connectionsPerHost;
        this.time = time;
        this.cancellation = cancellation;
    }

    HostGate of(URI uri) {
        return gates.computeIfAbsent(WebOrigin.of(uri), origin -> new HostGate(connectionsPerHost, time, cancellation));
    }
}
