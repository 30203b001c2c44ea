package io.github.aspirejava.engine.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an engine is said to be.
 *
 * @param address such as {@code unix:///var/run/docker.sock}, {@code tcp://HOST:2376} or {@code npipe:////./pipe/NAME}
 * @param certificates the directory with {@code ca.pem}, {@code cert.pem} and {@code key.pem} for TLS
 * @param source who says so
 */
public record EngineHost(URI address, Optional<Path> certificates, String source) {
    /** An engine that needs no certificates. */
    public static EngineHost at(URI address, String source) {
        return new EngineHost(address, Optional.empty(), source);
    }

    /** The file of a Unix socket. */
    public Optional<Path> socket() {
        return "unix".equals(address.getScheme()) ? Optional.of(Path.of(address.getPath())) : Optional.empty();
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(address, source);
    }
}
