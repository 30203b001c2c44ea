package io.github.aspirejava.oci.http;

import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The gates of all hosts that a session speaks to: one for each host and port, whatever registries are there. */
final class HostGates {
    private final ConcurrentMap<Origin, HostGate> gates = new ConcurrentHashMap<>();
    private final int connectionsPerHost;
    private final Timekeeper time;
    private final Abort abort;

    HostGates(int connectionsPerHost, Timekeeper time, Abort abort) {
        this.connectionsPerHost = connectionsPerHost;
        this.time = time;
        this.abort = abort;
    }

    HostGate of(URI uri) {
        return gates.computeIfAbsent(Origin.of(uri), origin -> new HostGate(connectionsPerHost, time, abort));
    }
}
