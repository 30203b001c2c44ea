package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The properties that this project sends, listed by hand in {@code properties.txt}: a property that is not listed must
 * not be sent.
 */
final class PropertyTable {
    private static final String NAME = "name ";

    private final Map<ResourceType, PropertyRule> rules = new EnumMap<>(ResourceType.class);
    private final Map<ResourceType, Pattern> names = new EnumMap<>(ResourceType.class);

    /** Reads the table in {@code properties.txt}. */
    static PropertyTable read() {
        PropertyTable table = new PropertyTable();
        ResourceType type = null;
        for (String line : lines()) {
            if (line.startsWith("Microsoft.")) {
                type = Stream.of(ResourceType.values())
                        .filter(known -> known.type().equals(line))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("There is no " + line));
                table.rules.put(type, new PropertyRule());
            } else if (line.startsWith(NAME)) {
                table.names.put(Objects.requireNonNull(type, line), Pattern.compile(line.substring(NAME.length())));
            } else {
                int space = line.indexOf(' ');
                table.rule(Objects.requireNonNull(type, line))
                        .add(line.substring(0, space), line.substring(space + 1).strip());
            }
        }
        return table;
    }

    PropertyRule rule(ResourceType type) {
        return Objects.requireNonNull(rules.get(type), () -> "properties.txt has nothing of " + type.type());
    }

    /** Returns the errors in a resource's name and body; an empty list if it is valid. */
    List<String> check(ResourceType type, String name, JsonNode body) {
        List<String> findings = new ArrayList<>();
        if (!Objects.requireNonNull(names.get(type), type.type()).matcher(name).matches()) {
            findings.add("The name is not like " + names.get(type));
        }
        ObjectNode sent = body.deepCopy();
        // A body that was read before it is sent may contain these, which the path states already.
        sent.remove(List.of("id", "name", "type"));
        rule(type).check("$", sent, findings);
        return findings;
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PropertyTable.class.getResourceAsStream("properties.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
