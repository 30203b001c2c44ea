package io.github.aspirejava.app;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * A port that a service listens on.
 *
 * @param name the name of the endpoint, unique in the service
 * @param port the port inside the container, 1 to 65535
 * @param external whether the endpoint is reachable from outside the environment
 * @param exposedPort the port that the environment exposes; chosen by the environment if empty
 * @param origin the place of the declaration
 */
public record Endpoint(
        String name, int port, Transport transport, boolean external, OptionalInt exposedPort, Origin origin) {
    /** Creates an endpoint whose exposed port the environment chooses. */
    public Endpoint(String name, int port, Transport transport, boolean external) {
        this(name, port, transport, external, OptionalInt.empty(), Origin.NONE);
    }

    /** Returns the scheme of URLs of this endpoint. */
    public String scheme() {
        return transport == Transport.TCP ? "tcp" : "http";
    }

    /** The transport protocol of an endpoint. */
    public enum Transport {
        HTTP,
        HTTP2,
        TCP;

        /** Returns the transport as the model writes it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
