package io.github.aspirejava.app;

/**
 * A port that a service listens on.
 *
 * @param name its name, unique in the service
 * @param port the port inside the container, 1 to 65535
 * @param external whether it can be reached from outside of the environment
 */
public record Endpoint(String name, int port, Transport transport, boolean external) {
    /** What is spoken on an endpoint. */
    public enum Transport {
        HTTP,
        HTTP2,
        TCP
    }
}
