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
 * @param context the context of Docker's command line that has this address, by which it selects a builder
 */
public record EngineHost(URI address, Optional<Path> certificates, String source, Optional<String> context) {
    /** Creates the host of an engine that is no context of Docker's command line. */
    public EngineHost(URI address, Optional<Path> certificates, String source) {
        this(address, certificates, source, Optional.empty());
    }

    /** Creates the host of an engine that needs no certificates. */
    public static EngineHost at(URI address, String source) {
        return new EngineHost(address, Optional.empty(), source);
    }

    /** Returns the same host as a context of Docker's command line. */
    public EngineHost inContext(String name) {
        return new EngineHost(address, certificates, source, Optional.of(name));
    }

    /** Returns the file of the Unix socket. */
    public Optional<Path> socket() {
        return "unix".equals(address.getScheme()) ? Optional.of(Path.of(address.getPath())) : Optional.empty();
    }

    /** Returns the address as it is written in settings, without escapes. */
    public String text() {
        return socket().map(path -> "unix://" + path).orElse(address.toString());
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(text(), source);
    }
}
