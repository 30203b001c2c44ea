package io.github.aspirejava.builder.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of an image's configuration that defines how it is run; the rest is the base image's.
 *
 * @param entrypoint the command; that of the base image if absent
 * @param arguments the default arguments of the command
 * @param environment variables that are added to those of the base image, or replace them
 * @param ports TCP ports that are exposed besides those of the base image
 * @param container the other settings
 */
public record ImageRun(
        Optional<List<String>> entrypoint,
        List<String> arguments,
        Map<String, String> environment,
        SortedSet<Integer> ports,
        ContainerOptions container) {
    /** The run configuration of the base image, unchanged. */
    public static final ImageRun AS_BASE =
            new ImageRun(Optional.empty(), List.of(), Map.of(), new TreeSet<>(), ContainerOptions.NONE);

    /** Writes this into the configuration of an image. */
    void applyTo(ObjectNode config) {
        if (this.equals(AS_BASE)) {
            return;
        }
        ObjectNode run = ImageJson.objectIn(config, "config");
        entrypoint.ifPresent(words -> {
            replace(run.putArray("Entrypoint"), words);
            // The base image's arguments were meant for the base image's entry point.
            run.remove("Cmd");
        });
        if (!arguments.isEmpty()) {
            replace(run.putArray("Cmd"), arguments);
        }
        if (!environment.isEmpty()) {
            Map<String, String> all = new LinkedHashMap<>(ImageJson.environment(config));
            all.putAll(environment);
            replace(
                    run.putArray("Env"),
                    all.entrySet().stream()
                            .map(variable -> variable.getKey() + '=' + variable.getValue())
                            .toList());
        }
        if (!ports.isEmpty()) {
            ObjectNode exposed = ImageJson.objectIn(run, "ExposedPorts");
            ports.forEach(port -> exposed.putObject(port + "/tcp"));
        }
        container.applyTo(run);
    }

    private static void replace(ArrayNode array, List<String> words) {
        words.forEach(array::add);
    }
}
