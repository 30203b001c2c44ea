package io.github.aspirejava.fakes.azure;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** The data planes of the registries in this Azure: each listens at an address of its own. */
final class RegistryServers implements AutoCloseable {
    private final Map<String, RegistryServer> servers = new ConcurrentHashMap<>();
    private final SSLContext context;
    private final Function<String, URI> backings;
    private final BiFunction<String, String, RegistryGate> gates;
    private final CallLog log;

    /**
     * Creates an instance without registries yet.
     *
     * @param backings the registry that stores the images of a registry, by its name
     * @param gates the access control of a registry, by its name and address
     */
    RegistryServers(
            SSLContext context,
            Function<String, URI> backings,
            BiFunction<String, String, RegistryGate> gates,
            CallLog log) {
        this.context = context;
        this.backings = backings;
        this.gates = gates;
        this.log = log;
    }

    /** Returns the registry of this name, which listens from the first request for it on. */
    RegistryServer of(String name) {
        return servers.computeIfAbsent(
                name.toLowerCase(Locale.ROOT), n -> RegistryServer.start(n, context, backings.apply(n), gates, log));
    }

    /** Returns the registry that listens there. */
    Optional<RegistryServer> at(String host) {
        return servers.values().stream()
                .filter(server -> server.host().equals(host))
                .findFirst();
    }

    @Override
    public void close() {
        servers.values().forEach(RegistryServer::close);
    }
}
