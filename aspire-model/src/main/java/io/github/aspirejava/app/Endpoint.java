package io.github.aspirejava.app;

/**
 * A port that a service listens on.
 *
 * @param name the name of the endpoint, unique in the service
 * @param port the port inside the container, 1 to 65535
 * @param external whether the endpoint is reachable from outside the environment
 */
public record Endpoint(String name, int port, Transport transport, boolean external) {
    /** The transport protocol of an endpoint. */
    public enum Transport {
        HTTP,
        HTTP2,
        TCP
    }
}
