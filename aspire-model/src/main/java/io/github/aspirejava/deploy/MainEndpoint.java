package io.github.aspirejava.deploy;

import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.Endpoint.Transport;
import io.github.aspirejava.app.Service;
import java.util.List;
import java.util.Optional;

/** The endpoint of a service that its framework's server listens on. */
final class MainEndpoint {
    private MainEndpoint() {}

    /** Returns the first external endpoint that speaks HTTP, else the first one that does. */
    static Optional<Endpoint> of(Service service) {
        List<Endpoint> endpoints = service.deployment().endpoints().stream()
                .filter(endpoint -> endpoint.transport() != Transport.TCP)
                .toList();
        return endpoints.stream()
                .filter(Endpoint::external)
                .findFirst()
                .or(() -> endpoints.stream().findFirst());
    }
}
