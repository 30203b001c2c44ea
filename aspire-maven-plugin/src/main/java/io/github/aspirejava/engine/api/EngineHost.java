package io.github.aspirejava.engine.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The configured address of an engine.
 *
 * @param address the address, such as {@code unix:///var/run/docker.sock}, {@code tcp://HOST:2376} or
 *     {@code npipe:////./pipe/NAME}
 * @param certificates the directory with {@code ca.pem}, {@code cert.pem} and {@code key.pem} for TLS
 * @param source the setting that it comes from
 */
public record EngineHost(URI address, Optional<Path> certificates, String source) {
    /** Creates the host of an engine that needs no certificates. */
    public static EngineHost at(URI address, String source) {
        return new EngineHost(address, Optional.empty(), source);
    }

    /** Returns the file of the Unix socket. */
    public Optional<Path> socket() {
        return "unix".equals(address.getScheme()) ? Optional.of(Path.of(address.getPath())) : Optional.empty();
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(address, source);
    }
}
