package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule for a value in a body.
 *
 * <p>In the table a rule is a path and a kind. {@code !} marks a property that is required in its parent, {@code []}
 * marks an array, {@code *} stands for any name. A kind is {@code string}, {@code boolean}, {@code integer},
 * {@code number}, {@code empty} (an object without properties), or the values that are allowed, between bars.
 */
final class PropertyRule {
    private static final String ANY = "*";

    private final Map<String, PropertyRule> properties = new LinkedHashMap<>();
    private boolean required;
    private boolean array;
    private String kind = "object";

    void add(String path, String leafKind) {
        int dot = path.indexOf('.');
        String segment = dot < 0 ? path : path.substring(0, dot);
        String name = segment.replaceAll("[!\\[\\]]", "");
        PropertyRule rule = properties.computeIfAbsent(name, n -> new PropertyRule());
        rule.required |= segment.contains("!");
        rule.array |= segment.contains("[]");
        if (dot < 0) {
            rule.kind = leafKind;
        } else {
            rule.add(path.substring(dot + 1), leafKind);
        }
    }

    void check(String where, JsonNode value, List<String> findings) {
        if (!array) {
            checkOne(where, value, findings);
        } else if (!value.isArray()) {
            findings.add("%s is no array".formatted(where));
        } else {
            for (int i = 0; i < value.size(); i++) {
                checkOne("%s[%d]".formatted(where, i), value.get(i), findings);
            }
        }
    }

    /** Returns a body with all permitted properties, or with the required ones only. */
    JsonNode example(boolean whole) {
        JsonNode one = exampleOfOne(whole);
        return array ? Incoming.JSON.createArrayNode().add(one) : one;
    }

    private void checkOne(String where, JsonNode value, List<String> findings) {
        boolean fits = switch (kind) {
            case "object" -> value.isObject();
            case "empty" -> value.isObject() && value.isEmpty();
            case "string" -> value.isTextual() && !value.asText().isEmpty();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> List.of(kind.split("\\|", -1)).contains(value.asText());
        };
        if (!fits) {
            // Without the value: it may be a secret.
            findings.add("%s is no %s".formatted(where, kind));
        } else if (kind.equals("object")) {
            checkProperties(where, value, findings);
        }
    }

    private void checkProperties(String where, JsonNode value, List<String> findings) {
        value.properties().forEach(field -> {
            PropertyRule rule = properties.getOrDefault(field.getKey(), properties.get(ANY));
            if (rule == null) {
                findings.add("%s.%s is not a property that this project sends".formatted(where, field.getKey()));
            } else {
                rule.check(where + "." + field.getKey(), field.getValue(), findings);
            }
        });
        properties.forEach((name, rule) -> {
            if (rule.required && !value.has(name)) {
                findings.add("%s.%s is missing".formatted(where, name));
            }
        });
    }

    private JsonNode exampleOfOne(boolean whole) {
        return switch (kind) {
            case "object" -> exampleObject(whole);
            case "empty" -> Incoming.JSON.createObjectNode();
            case "string" -> Incoming.JSON.getNodeFactory().textNode("text");
            case "boolean" -> Incoming.JSON.getNodeFactory().booleanNode(true);
            case "integer", "number" -> Incoming.JSON.getNodeFactory().numberNode(1);
            default -> Incoming.JSON.getNodeFactory().textNode(kind.split("\\|", -1)[0]);
        };
    }

    private ObjectNode exampleObject(boolean whole) {
        ObjectNode object = Incoming.JSON.createObjectNode();
        properties.forEach((name, rule) -> {
            if (whole || rule.required) {
                object.set(name.equals(ANY) ? "any" : name, rule.example(whole));
            }
        });
        return object;
    }
}
