package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A {@code types.json} of bicep-types: an array of types that refer to each other by their index.
 *
 * <p>Enumerations that are open there, as most are, allow any text. Numbers are all called integers there.
 */
final class TypeFile {
    private static final int REQUIRED = 1;
    private static final int READ_ONLY = 2;

    private final JsonNode types;

    TypeFile(JsonNode types) {
        this.types = types;
    }

    /** Returns the bodies of the types of resources, by name and API version. */
    Map<String, JsonNode> resources() {
        Map<String, JsonNode> resources = new LinkedHashMap<>();
        for (JsonNode type : types) {
            if (type.path("$type").asText().equals("ResourceType")) {
                resources.put(type.path("name").asText(), resolve(type.path("body")));
            }
        }
        return resources;
    }

    void check(String where, JsonNode value, JsonNode type, List<String> findings) {
        switch (type.path("$type").asText()) {
            case "StringType" -> checkText(where, value, type, findings);
            case "StringLiteralType" ->
                expect(
                        value.asText().equals(type.path("value").asText()),
                        where,
                        "not " + type.path("value"),
                        findings);
            case "IntegerType" -> checkNumber(where, value, type, findings);
            case "BooleanType" -> expect(value.isBoolean(), where, "no boolean", findings);
            case "ArrayType" -> checkArray(where, value, type, findings);
            case "UnionType" -> checkUnion(where, value, type, findings);
            case "ObjectType" ->
                checkObject(where, value, type.path("properties"), type.path("additionalProperties"), findings);
            case "DiscriminatedObjectType" -> checkKind(where, value, type, findings);
            default -> {
                // Any value.
            }
        }
    }

    private static void checkText(String where, JsonNode value, JsonNode type, List<String> findings) {
        if (!value.isTextual()) {
            findings.add(where + " is no string");
            return;
        }
        String text = value.asText();
        expect(text.length() >= type.path("minLength").asInt(0), where, "too short", findings);
        expect(text.length() <= type.path("maxLength").asInt(Integer.MAX_VALUE), where, "too long", findings);
        if (type.has("pattern")) {
            String pattern = type.path("pattern").asText();
            expect(Pattern.compile(pattern).matcher(text).find(), where, "not like " + pattern, findings);
        }
    }

    private static void checkNumber(String where, JsonNode value, JsonNode type, List<String> findings) {
        if (!value.isNumber()) {
            findings.add(where + " is no number");
            return;
        }
        expect(value.asDouble() >= type.path("minValue").asDouble(-Double.MAX_VALUE), where, "too small", findings);
        expect(value.asDouble() <= type.path("maxValue").asDouble(Double.MAX_VALUE), where, "too large", findings);
    }

    private void checkArray(String where, JsonNode value, JsonNode type, List<String> findings) {
        if (!value.isArray()) {
            findings.add(where + " is no array");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            check("%s[%d]".formatted(where, i), value.get(i), resolve(type.path("itemType")), findings);
        }
    }

    private void checkUnion(String where, JsonNode value, JsonNode type, List<String> findings) {
        List<String> allowed = new ArrayList<>();
        for (JsonNode element : type.path("elements")) {
            JsonNode choice = resolve(element);
            List<String> own = new ArrayList<>();
            check(where, value, choice, own);
            if (own.isEmpty()) {
                return;
            }
            allowed.add(choice.path("value").asText(choice.path("$type").asText()));
        }
        findings.add("%s is none of %s".formatted(where, allowed));
    }

    private void checkKind(String where, JsonNode value, JsonNode type, List<String> findings) {
        String discriminator = type.path("discriminator").asText();
        JsonNode kind = type.path("elements").path(value.path(discriminator).asText());
        if (kind.isMissingNode()) {
            findings.add("%s.%s is no kind that there is".formatted(where, discriminator));
            return;
        }
        ObjectNode properties = type.path("baseProperties").deepCopy();
        properties.setAll((ObjectNode) resolve(kind).path("properties"));
        checkObject(where, value, properties, type.path("additionalProperties"), findings);
    }

    private void checkObject(
            String where, JsonNode value, JsonNode properties, JsonNode others, List<String> findings) {
        if (!value.isObject()) {
            findings.add(where + " is no object");
            return;
        }
        value.properties().forEach(field -> {
            String place = where + "." + field.getKey();
            JsonNode property = properties.path(field.getKey());
            if (property.isMissingNode()) {
                expect(!others.isMissingNode(), place, "no property that there is", findings);
                check(place, field.getValue(), resolve(others), findings);
            } else if ((property.path("flags").asInt() & READ_ONLY) != 0
                    && !field.getKey().equals("name")) {
                findings.add(place + " can only be read");
            } else {
                check(place, field.getValue(), resolve(property.path("type")), findings);
            }
        });
        properties.properties().forEach(property -> {
            int flags = property.getValue().path("flags").asInt();
            boolean required = (flags & REQUIRED) != 0 && (flags & READ_ONLY) == 0;
            expect(!required || value.has(property.getKey()), where + "." + property.getKey(), "missing", findings);
        });
    }

    private JsonNode resolve(JsonNode reference) {
        String index = reference.path("$ref").asText("");
        return index.isEmpty() ? reference : types.path(Integer.parseInt(index.substring(2)));
    }

    private static void expect(boolean holds, String where, String fault, List<String> findings) {
        if (!holds) {
            findings.add("%s is %s".formatted(where, fault));
        }
    }
}
