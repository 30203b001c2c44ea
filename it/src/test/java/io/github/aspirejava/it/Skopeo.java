package io.github.aspirejava.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The skopeo command, which uses plain HTTP for the registries of the tests. */
final class Skopeo {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Skopeo() {}

    /** Returns the manifest that a tag points to, as it is stored. */
    static JsonNode manifest(String reference) {
        return json("inspect", "--tls-verify=false", "--raw", reference);
    }

    /** Returns the configuration of an image, as it is stored. */
    static JsonNode configuration(String reference) {
        return json("inspect", "--tls-verify=false", "--config", "--raw", reference);
    }

    private static JsonNode json(String... arguments) {
        try {
            return JSON.readTree(run(arguments));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the digest that a tag points to. */
    static String digest(String reference) {
        return run("inspect", "--tls-verify=false", "--format", "{{.Digest}}", reference);
    }

    /** Copies the image {@code from} one place {@code to} another, changed according to the options. */
    static void copy(String from, String to, String... options) {
        List<String> arguments = new ArrayList<>(List.of("copy", "--dest-tls-verify=false"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(from, to));
        run(arguments.toArray(String[]::new));
    }

    private static String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("skopeo"));
        command.addAll(List.of(arguments));
        try (RunningProcess process = RunningProcess.start(new ProcessBuilder(command))) {
            int exitCode = process.exitCode(PATIENCE);
            String output = String.join("\n", process.lines());
            if (exitCode != 0) {
                throw new IllegalStateException("%s failed:%n%s".formatted(String.join(" ", command), output));
            }
            return output;
        }
    }
}
