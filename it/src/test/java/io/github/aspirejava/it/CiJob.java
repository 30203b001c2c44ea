package io.github.aspirejava.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands of Maven in a workflow of GitHub Actions, in some of its steps, or in a job of GitLab CI.
 *
 * @param commands without {@code mvn}
 * @param environment the variables that they see
 */
record CiJob(List<String> commands, Map<String, String> environment) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * Reads a job.
     *
     * @param values the values of expressions and variables, such as {@code $CI_REGISTRY}; longer names first
     */
    static CiJob parse(String yaml, Map<String, String> values) {
        String text = yaml;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        List<String> commands = new ArrayList<>();
        Map<String, String> environment = new LinkedHashMap<>();
        collect(read(text), commands, environment);
        return new CiJob(commands, environment);
    }

    private static JsonNode read(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    private static void collect(JsonNode node, List<String> commands, Map<String, String> environment) {
        if (node.path("run").isTextual()) {
            add(node.path("run").asText(), commands);
        }
        node.path("script").forEach(command -> add(command.asText(), commands));
        for (String variables : List.of("env", "variables")) {
            node.path(variables)
                    .properties()
                    .forEach(variable -> environment.put(
                            variable.getKey(), variable.getValue().asText()));
        }
        node.forEach(child -> collect(child, commands, environment));
    }

    private static void add(String command, List<String> commands) {
        if (command.startsWith("mvn ")) {
            commands.add(command.substring("mvn ".length()));
        }
    }
}
