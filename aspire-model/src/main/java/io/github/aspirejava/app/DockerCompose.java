package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A container engine that runs the services as a project of Docker Compose.
 *
 * @param registry the registry that the images are pulled from; they are loaded into the engine if there is none
 * @param project the name of the project; derived from the application and the environment if absent
 * @param directory the directory of the files for Compose; {@code target/aspire/NAME} if absent
 * @param network the name of the network within the project
 * @param hostAddress the address of this machine that external endpoints are published on
 */
public record DockerCompose(
        String name,
        Origin origin,
        Optional<Reference> registry,
        Optional<Text> project,
        Optional<Text> directory,
        Text network,
        Text hostAddress)
        implements Environment {
    /** The network of an environment that names none, as in Aspire. */
    public static final String DEFAULT_NETWORK = "aspire";

    /** The address of an environment that sets none: services are reachable from this machine only. */
    public static final String DEFAULT_HOST_ADDRESS = "127.0.0.1";

    @Override
    public String element() {
        return "dockerCompose";
    }

    @Override
    public List<Text> texts() {
        return Stream.of(project, directory, Optional.of(network), Optional.of(hostAddress))
                .flatMap(Optional::stream)
                .toList();
    }
}
