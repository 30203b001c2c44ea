package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.HealthCheck;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Mount;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.ReplicaSettings;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TextPart;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.deploy.Value;
import io.github.aspirejava.engine.image.LocalNames;
import io.github.aspirejava.oci.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Compose file of a project: what {@link ContainerRequest} creates, in the notation that Compose reads. It contains
 * no values of parameters, but variables.
 */
final class ComposeFile {
    private final AppModel model;
    private final Project project;
    private final Path baseDirectory;
    private final Addresses addresses;

    ComposeFile(AppModel model, Project project, Path baseDirectory) {
        this.model = model;
        this.project = project;
        this.baseDirectory = baseDirectory;
        this.addresses = new Addresses(model, Map.of());
    }

    /** Returns the file with these services. */
    String write(List<Deployment> deployments) {
        ObjectNode file = Json.object();
        ObjectNode services = file.putObject("services");
        ObjectNode volumes = Json.object();
        for (Deployment deployment : deployments) {
            service(services.putObject(Project.host(deployment.name())), deployment);
            deployment.replicas().mounts().stream()
                    .filter(mount -> mount.source().isEmpty())
                    .forEach(mount -> volumes.putObject(mount.name()).put("driver", "local"));
        }
        file.putObject("networks").putObject(project.networkKey()).put("driver", "bridge");
        if (!volumes.isEmpty()) {
            file.set("volumes", volumes);
        }
        return yaml(file);
    }

    private void service(ObjectNode node, Deployment deployment) {
        ReplicaSettings replicas = deployment.replicas();
        node.put("image", literal(image(deployment.service())));
        words(node, "entrypoint", replicas.command());
        words(node, "command", replicas.arguments());
        if (!deployment.environment().isEmpty()) {
            ObjectNode environment = node.putObject("environment");
            deployment.environment().forEach((name, value) -> environment.put(name, value(value)));
        }
        ports(node, deployment.endpoints());
        mounts(node, replicas.mounts());
        if (!replicas.waitFor().isEmpty()) {
            ObjectNode awaited = node.putObject("depends_on");
            replicas.waitFor()
                    .forEach(reference ->
                            awaited.putObject(Project.host(reference.name())).put("condition", condition(reference)));
        }
        node.put("restart", "unless-stopped");
        node.put("stop_grace_period", "%ds".formatted(deployment.shutdown().toSeconds()));
        limits(node, replicas);
        node.putArray("networks").add(project.networkKey());
    }

    private String image(Service service) {
        return model.references(service).stream()
                .map(Object::toString)
                .findFirst()
                .orElseGet(() -> service instanceof BuiltService built
                        ? LocalNames.of(model, built).get(0)
                        : ((Container) service).source().require());
    }

    private static void words(ObjectNode node, String field, List<Text> words) {
        if (!words.isEmpty()) {
            ArrayNode array = node.putArray(field);
            words.forEach(word -> array.add(literal(word.require())));
        }
    }

    private String value(Value value) {
        return value.resolve(part -> {
            if (part instanceof TextPart.Literal text) {
                return literal(text.text());
            }
            return part instanceof TextPart.ParameterValue parameter
                    ? "${%s}".formatted(OpenVariables.name(parameter))
                    : literal(addresses.of((TextPart.Address) part));
        });
    }

    /** Compose replaces variables in all texts. */
    private static String literal(String text) {
        return text.replace("$", "$$");
    }

    private void ports(ObjectNode node, List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.external()) {
                String address = project.environment().hostAddress().require();
                node.withArray("ports")
                        .add("%s:%s:%d"
                                .formatted(
                                        address.contains(":") ? "[" + address + "]" : address,
                                        endpoint.exposedPort().isPresent()
                                                ? Integer.toString(
                                                        endpoint.exposedPort().getAsInt())
                                                : "",
                                        endpoint.port()));
            } else {
                node.withArray("expose").add(Integer.toString(endpoint.port()));
            }
        }
    }

    private void mounts(ObjectNode node, List<Mount> mounts) {
        for (Mount mount : mounts) {
            ObjectNode entry = node.withArray("volumes").addObject();
            entry.put("type", mount.source().isPresent() ? "bind" : "volume");
            entry.put(
                    "source",
                    mount.source()
                            .map(source -> literal(baseDirectory
                                    .resolve(source.require())
                                    .toAbsolutePath()
                                    .normalize()
                                    .toString()))
                            .orElse(mount.name()));
            entry.put("target", literal(mount.path()));
            if (mount.readOnly()) {
                entry.put("read_only", true);
            }
        }
    }

    /** Compose can only wait for the health of an image that has a check of its own. */
    private String condition(Reference awaited) {
        Optional<HealthCheck> check = model.resource(awaited.name())
                .flatMap(service -> service instanceof JavaApp app
                        ? app.container().healthcheck()
                        : service instanceof ViteApp app ? app.container().healthcheck() : Optional.empty());
        return check.filter(one -> one.kind() != HealthCheck.Kind.NONE).isPresent()
                ? "service_healthy"
                : "service_started";
    }

    private static void limits(ObjectNode node, ReplicaSettings replicas) {
        if (replicas.memory().isPresent() || replicas.cpus().isPresent()) {
            ObjectNode limits = node.putObject("deploy").putObject("resources").putObject("limits");
            replicas.memory().ifPresent(bytes -> limits.put("memory", Long.toString(bytes)));
            replicas.cpus()
                    .ifPresent(thousandths -> limits.put(
                            "cpus",
                            BigDecimal.valueOf(thousandths, 3)
                                    .stripTrailingZeros()
                                    .toPlainString()));
        }
    }

    private static String yaml(ObjectNode file) {
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text);
                JsonParser tokens = file.traverse()) {
            tokens.nextToken();
            generator.copyCurrentStructure(tokens);
        } catch (IOException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
        return text.toString();
    }
}
