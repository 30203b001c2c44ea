package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.Mount;
import io.github.aspirejava.app.ReplicaSettings;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.oci.Json;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The request that creates the container of a service. Equal settings make equal requests. */
final class ContainerRequest {
    private static final long NANOS_OF_A_THOUSANDTH = 1_000_000;

    private final Project project;
    private final Deployment deployment;
    private final Path baseDirectory;

    ContainerRequest(Project project, Deployment deployment, Path baseDirectory) {
        this.project = project;
        this.deployment = deployment;
        this.baseDirectory = baseDirectory;
    }

    /**
     * Returns the request.
     *
     * @param image the image
     * @param environment the variables, with all addresses and parameters resolved
     */
    ObjectNode body(RunnableImage image, Map<String, String> environment) {
        ObjectNode body = Json.object().put("Image", image.reference());
        ReplicaSettings replicas = deployment.replicas();
        words(body, "Entrypoint", replicas.command());
        words(body, "Cmd", replicas.arguments());
        ArrayNode variables = body.putArray("Env");
        environment.forEach((name, value) -> variables.add("%s=%s".formatted(name, value)));
        ObjectNode ports = body.putObject("ExposedPorts");
        deployment.endpoints().forEach(endpoint -> ports.putObject(port(endpoint)));
        body.put("StopTimeout", deployment.shutdown().toSeconds());
        host(body.putObject("HostConfig"), replicas);
        body.putObject("NetworkingConfig")
                .putObject("EndpointsConfig")
                .putObject(project.network())
                .putArray("Aliases")
                .add(Project.host(deployment.name()));
        ObjectNode labels = body.putObject("Labels");
        project.containerLabels(deployment.name()).forEach(labels::put);
        labels.put(Project.IMAGE, image.id());
        labels.put(Project.HASH, hash(body));
        return body;
    }

    private static void words(ObjectNode body, String field, List<Text> words) {
        if (!words.isEmpty()) {
            ArrayNode array = body.putArray(field);
            words.forEach(word -> array.add(word.require()));
        }
    }

    private void host(ObjectNode host, ReplicaSettings replicas) {
        ObjectNode bindings = host.putObject("PortBindings");
        deployment.endpoints().stream()
                .filter(Endpoint::external)
                .forEach(endpoint -> bindings.putArray(port(endpoint))
                        .addObject()
                        .put("HostIp", project.environment().hostAddress().require())
                        .put(
                                "HostPort",
                                endpoint.exposedPort().isPresent()
                                        ? Integer.toString(
                                                endpoint.exposedPort().getAsInt())
                                        : ""));
        ArrayNode mounts = host.putArray("Mounts");
        replicas.mounts().forEach(mount -> mount(mounts.addObject(), mount));
        host.putObject("RestartPolicy").put("Name", "unless-stopped");
        replicas.memory().ifPresent(bytes -> host.put("Memory", bytes));
        replicas.cpus().ifPresent(thousandths -> host.put("NanoCpus", thousandths * NANOS_OF_A_THOUSANDTH));
        host.put("NetworkMode", project.network());
    }

    private void mount(ObjectNode node, Mount mount) {
        boolean directory = mount.source().isPresent();
        node.put("Type", directory ? "bind" : "volume")
                .put(
                        "Source",
                        mount.source()
                                .map(source -> baseDirectory
                                        .resolve(source.require())
                                        .toAbsolutePath()
                                        .normalize()
                                        .toString())
                                .orElseGet(() -> project.volume(mount.name())))
                .put("Target", mount.path())
                .put("ReadOnly", mount.readOnly());
    }

    static String port(Endpoint endpoint) {
        return endpoint.port() + "/tcp";
    }

    private static String hash(ObjectNode body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Json.write(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
