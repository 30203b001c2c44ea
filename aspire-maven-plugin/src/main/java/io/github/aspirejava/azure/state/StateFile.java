package io.github.aspirejava.azure.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.addon.PrivateFile;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.Memory;
import io.github.aspirejava.azure.settings.Remembered;
import io.github.aspirejava.oci.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state that one environment's runs leave to the next, in {@code .aspire/azure/ENVIRONMENT.json}: the target of the
 * resources, the operations under way with their polling URIs, and the outcome of each resource. It contains no secret.
 * An unreadable file is treated as a missing one.
 */
public final class StateFile implements Memory {
    private static final String SUBSCRIPTION = "subscription";
    private static final String GROUP = "resourceGroup";
    private static final String LOCATION = "location";
    private static final String OPERATIONS = "operations";
    private static final String RESOURCES = "resources";

    private final PrivateFile file;
    private @Nullable String complaint;

    /** Creates the state file of {@code environment} in the directory of the root project. */
    public StateFile(Path baseDirectory, String environment) {
        this.file = new PrivateFile(baseDirectory.resolve(".aspire"), Path.of("azure", environment + ".json"));
    }

    /** Returns its path. */
    public Path path() {
        return file.path();
    }

    /** Returns the target of the last run. */
    public synchronized Remembered remembered() {
        JsonNode state = read();
        return new Remembered(text(state, SUBSCRIPTION), text(state, GROUP), text(state, LOCATION));
    }

    /**
     * Returns the reason why the state could not be saved, if that has happened. It is not an error: it costs the next
     * run time.
     */
    public synchronized Optional<String> complaint() {
        return Optional.ofNullable(complaint);
    }

    /** Remembers the target of resources, and forgets everything about another target. */
    public synchronized void remember(ArmId group, String location) {
        change(state -> {
            boolean elsewhere = !Optional.of(group.subscription()).equals(text(state, SUBSCRIPTION))
                    || !Optional.of(group.resourceGroup()).equals(text(state, GROUP));
            if (elsewhere) {
                state.removeAll();
            }
            state.put(SUBSCRIPTION, group.subscription());
            state.put(GROUP, group.resourceGroup());
            state.put(LOCATION, location);
        });
    }

    /**
     * Remembers the outcome of a resource.
     *
     * @param outputs the outputs by name, without secrets
     */
    public synchronized void remember(ArmId id, String resource, Map<String, String> outputs) {
        change(state -> {
            ObjectNode entry = state.withObjectProperty(RESOURCES).putObject(resource);
            entry.put("id", id.path());
            new TreeMap<>(outputs).forEach(entry::put);
        });
    }

    @Override
    public synchronized Optional<URI> operation(ArmId id) {
        return text(read().path(OPERATIONS), key(id)).map(URI::create);
    }

    @Override
    public synchronized void begun(ArmId id, URI operation) {
        change(state -> state.withObjectProperty(OPERATIONS).put(key(id), operation.toString()));
    }

    @Override
    public synchronized void ended(ArmId id) {
        change(state -> {
            if (state.get(OPERATIONS) instanceof ObjectNode operations) {
                operations.remove(key(id));
                if (operations.isEmpty()) {
                    state.remove(OPERATIONS);
                }
            }
        });
    }

    private static String key(ArmId id) {
        return id.path().toLowerCase(Locale.ROOT);
    }

    private void change(Consumer<ObjectNode> change) {
        ObjectNode before = read();
        ObjectNode after = before.deepCopy();
        change.accept(after);
        if (!after.equals(before)) {
            try {
                file.write((Json.writeIndented(after) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                complaint = "%s cannot be written, so the next run will not know of this one: %s"
                        .formatted(file.path(), e.getMessage());
            }
        }
    }

    private ObjectNode read() {
        return Json.parse(file.read()) instanceof ObjectNode state ? state : Json.object();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
