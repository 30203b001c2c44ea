package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.addon.Deployments;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Mount;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.engine.api.EngineException;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the container of a service. One that runs with the same settings is left alone. */
public final class ProvisionContainerAction implements StepAction {
    private final AppModel model;
    private final Deployments deployments;
    private final ServiceImages images;
    private final Path baseDirectory;

    /** Creates the action for one model. */
    public ProvisionContainerAction(AppModel model, Deployments deployments, ModelAccess access, Path baseDirectory) {
        this.model = model;
        this.deployments = deployments;
        this.images = new ServiceImages(model, access);
        this.baseDirectory = baseDirectory;
    }

    @Override
    public StartedContainer run(StepContext context) throws StepException {
        Service service = context.step().resource(model, Service.class);
        PreparedProject prepared = context.result(PreparedProject.class);
        Deployment deployment = deployments.of(service);
        Project project = prepared.project();
        Containers containers = new Containers(prepared.engine().api(), project);
        try {
            RunnableImage image = images.of(service, prepared.engine().api(), containers, context);
            Map<String, String> environment = environment(deployment, prepared);
            ObjectNode body = new ContainerRequest(project, deployment, baseDirectory).body(image, environment);
            Optional<JsonNode> existing = containers.inspect(project.container(service.name()));
            boolean same = existing.filter(container -> isSame(container, body)).isPresent();
            String id = same
                    ? existing.get().path("Id").asText()
                    : replace(existing, body, deployment, project, containers, context);
            return new StartedContainer(
                    prepared.engine(), project, id, image.reference(), !same, secrets(deployment, environment));
        } catch (IOException e) {
            context.cancellation().throwIfCancelled();
            throw new StepException(
                    "%s: %s cannot be run in %s: %s."
                            .formatted(service.origin(), service.name(), prepared.engine(), Reason.of(e)),
                    e);
        }
    }

    private Map<String, String> environment(Deployment deployment, PreparedProject prepared) {
        Addresses addresses = new Addresses(model, prepared.generated());
        Map<String, String> environment = new LinkedHashMap<>();
        deployment.environment().forEach((name, value) -> environment.put(name, addresses.resolve(value)));
        return environment;
    }

    private static boolean isSame(JsonNode container, ObjectNode body) {
        String hash = body.path("Labels").path(Project.HASH).asText();
        return container
                        .path("Config")
                        .path("Labels")
                        .path(Project.HASH)
                        .asText()
                        .equals(hash)
                && container.path("State").path("Running").asBoolean();
    }

    private static List<String> secrets(Deployment deployment, Map<String, String> environment) {
        return deployment.environment().entrySet().stream()
                .filter(variable -> variable.getValue().isSecret())
                .map(variable -> environment.getOrDefault(variable.getKey(), ""))
                .toList();
    }

    private String replace(
            Optional<JsonNode> existing,
            ObjectNode body,
            Deployment deployment,
            Project project,
            Containers containers,
            StepContext context)
            throws IOException, StepException {
        String name = project.container(deployment.name());
        if (existing.isPresent()) {
            if (!isOurs(existing.get(), project)) {
                throw new StepException(
                        "%s: A container named %s exists, and does not belong to the project %s. Remove it (docker rm -f %s), or write another <project> into '%s'."
                                .formatted(
                                        deployment.service().origin(),
                                        name,
                                        project.name(),
                                        name,
                                        project.environment().name()));
            }
            keepPorts(body, existing.get());
            context.progress("replacing the container %s".formatted(name));
            containers.remove(existing.get().path("Id").asText());
        }
        context.cancellation().throwIfCancelled();
        for (Mount mount : deployment.replicas().mounts()) {
            if (mount.source().isEmpty()) {
                containers.createVolume(mount.name());
            }
        }
        String id = containers.create(name, body);
        try {
            containers.start(id);
        } catch (EngineException e) {
            // A container that does not start would keep the next run from being told why.
            containers.remove(id);
            Optional<StepException> inUse = new PortInUse(deployment, project).found(e);
            if (inUse.isPresent()) {
                throw inUse.get();
            }
            throw e;
        }
        return id;
    }

    private static boolean isOurs(JsonNode container, Project project) {
        return container
                .path("Config")
                .path("Labels")
                .path(Project.LABEL)
                .asText()
                .equals(project.name());
    }

    /** Publishes ports that the engine has chosen on the same ports again, so that addresses stay as they are. */
    private static void keepPorts(ObjectNode body, JsonNode existing) {
        JsonNode before = existing.path("NetworkSettings").path("Ports");
        JsonNode wanted = body.path("HostConfig").path("PortBindings");
        wanted.properties().forEach(port -> {
            ObjectNode binding = (ObjectNode) port.getValue().path(0);
            String published =
                    before.path(port.getKey()).path(0).path("HostPort").asText("");
            if (binding.path("HostPort").asText().isEmpty() && !published.isEmpty()) {
                binding.put("HostPort", published);
            }
        });
    }
}
