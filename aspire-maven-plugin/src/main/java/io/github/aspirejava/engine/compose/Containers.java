package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.engine.api.EngineAnswer;
import io.github.aspirejava.engine.api.EngineApi;
import io.github.aspirejava.engine.api.EngineException;
import io.github.aspirejava.engine.api.Query;
import io.github.aspirejava.oci.Json;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The containers, networks and volumes of one project in an engine. */
final class Containers {
    private static final int NOT_FOUND = 404;
    private static final int NOT_MODIFIED = 304;
    private static final int MOST_LOG = 256 * 1024;
    private static final int MOST_LINES = 100;

    private final EngineApi api;
    private final Project project;

    Containers(EngineApi api, Project project) {
        this.api = api;
        this.project = project;
    }

    /** Returns the container with this name or id; empty if there is none. */
    Optional<JsonNode> inspect(String container) throws IOException {
        return found("/containers/%s/json".formatted(container));
    }

    /** Returns the description of an image; empty if the engine does not have it. */
    Optional<JsonNode> image(String reference) throws IOException {
        return found("/images/%s/json".formatted(reference));
    }

    private Optional<JsonNode> found(String path) throws IOException {
        try {
            return Optional.of(api.get(path));
        } catch (EngineException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns all containers of the project, with their labels. */
    List<JsonNode> all() throws IOException {
        return items(api.get(new Query("/containers/json")
                .with("all", "1")
                .with("filters", filter())
                .toString()));
    }

    /** Returns the networks of the project. */
    List<JsonNode> networks() throws IOException {
        return items(api.get(new Query("/networks").with("filters", filter()).toString()));
    }

    /** Returns the names of the volumes of the project. */
    List<String> volumes() throws IOException {
        JsonNode answer =
                api.get(new Query("/volumes").with("filters", filter()).toString());
        return items(answer.path("Volumes")).stream()
                .map(volume -> volume.path("Name").asText())
                .toList();
    }

    private String filter() {
        ObjectNode filters = Json.object();
        filters.putArray("label").add("%s=%s".formatted(Project.LABEL, project.name()));
        return new String(Json.write(filters), StandardCharsets.UTF_8);
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    /** Creates the network of the project unless it exists. */
    void createNetwork() throws IOException {
        if (networks().stream()
                .noneMatch(network -> network.path("Name").asText().equals(project.network()))) {
            api.post("/networks/create", body(project.network(), project.networkLabels()));
        }
    }

    /** Creates a volume unless it exists. */
    void createVolume(String volume) throws IOException {
        api.post("/volumes/create", body(project.volume(volume), project.volumeLabels(volume)));
    }

    private static JsonNode body(String name, Map<String, String> labels) {
        ObjectNode body = Json.object().put("Name", name);
        ObjectNode node = body.putObject("Labels");
        labels.forEach(node::put);
        return body;
    }

    /** Creates a container and returns its id. */
    String create(String name, JsonNode body) throws IOException {
        return api.post(new Query("/containers/create").with("name", name).toString(), body)
                .path("Id")
                .asText();
    }

    /** Starts a container; does nothing if it runs. */
    void start(String container) throws IOException {
        post("/containers/%s/start".formatted(container));
    }

    /** Stops a container, after the time that it has to end by itself, as it was created with. */
    void stop(String container) throws IOException {
        post("/containers/%s/stop".formatted(container));
    }

    private void post(String path) throws IOException {
        try {
            api.post(path);
        } catch (EngineException e) {
            if (e.status() != NOT_MODIFIED) {
                throw e;
            }
        }
    }

    /** Stops and removes a container. Its named volumes stay. */
    void remove(String container) throws IOException {
        try {
            stop(container);
            api.delete("/containers/%s?v=1&force=1".formatted(container));
        } catch (EngineException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
    }

    /** Removes a network. */
    void removeNetwork(String network) throws IOException {
        api.delete("/networks/%s".formatted(network));
    }

    /** Returns the last lines that a container has printed. */
    List<String> log(String container) throws IOException {
        try (EngineAnswer answer =
                api.open("/containers/%s/logs?stdout=1&stderr=1&tail=%d".formatted(container, MOST_LINES))) {
            return decode(answer).lines().toList();
        }
    }

    /** Decodes the frames that both outputs come in: a kind, three zeros, the length in four bytes, and the text. */
    private static String decode(EngineAnswer answer) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        DataInputStream frames = new DataInputStream(answer.body());
        while (text.size() < MOST_LOG) {
            try {
                frames.readInt();
            } catch (EOFException e) {
                break;
            }
            int length = frames.readInt();
            text.write(frames.readNBytes(Math.max(0, Math.min(length, MOST_LOG))));
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
