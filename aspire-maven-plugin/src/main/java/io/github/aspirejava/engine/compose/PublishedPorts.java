package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.deploy.Deployment;
import java.util.ArrayList;
import java.util.List;

/** The ports of a container that are published on this machine. */
record PublishedPorts(JsonNode ports) {
    /** Returns the published ports in the description of a container. */
    static PublishedPorts of(JsonNode container) {
        return new PublishedPorts(container.path("NetworkSettings").path("Ports"));
    }

    /** Returns the addresses of the external endpoints of a service, in the order of the model. */
    List<String> urls(Deployment deployment) {
        List<String> urls = new ArrayList<>();
        for (Endpoint endpoint : deployment.endpoints()) {
            JsonNode binding = ports.path(ContainerRequest.port(endpoint)).path(0);
            if (endpoint.external() && !binding.isMissingNode()) {
                String address = binding.path("HostIp").asText("");
                boolean any = address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
                boolean local = any || address.equals("127.0.0.1");
                urls.add("%s://%s:%s"
                        .formatted(
                                endpoint.scheme(),
                                local ? "localhost" : address.contains(":") ? "[" + address + "]" : address,
                                binding.path("HostPort").asText()));
            }
        }
        return urls;
    }
}
