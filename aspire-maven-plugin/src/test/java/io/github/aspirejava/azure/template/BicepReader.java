package io.github.aspirejava.azure.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Reads values in Bicep's syntax that have no expressions in them, strictly: a line holds one property or item. */
final class BicepReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String text;
    private int position;

    private BicepReader(String text) {
        this.text = text;
    }

    static JsonNode read(String text) {
        BicepReader reader = new BicepReader(text);
        JsonNode value = reader.value();
        reader.require(reader.position == text.length(), "more follows");
        return value;
    }

    private JsonNode value() {
        char next = text.charAt(position);
        return switch (next) {
            case '{' -> object();
            case '[' -> array();
            case '\'' -> NODES.textNode(string());
            default -> word();
        };
    }

    private JsonNode object() {
        ObjectNode object = NODES.objectNode();
        position++;
        if (take('}')) {
            return object;
        }
        newLine();
        while (!take('}')) {
            String key = text.charAt(position) == '\'' ? string() : identifier();
            require(take(':') && take(' '), "no colon");
            object.set(key, value());
            newLine();
        }
        return object;
    }

    private JsonNode array() {
        ArrayNode array = NODES.arrayNode();
        position++;
        if (take(']')) {
            return array;
        }
        newLine();
        while (!take(']')) {
            array.add(value());
            newLine();
        }
        return array;
    }

    private void newLine() {
        require(take('\n'), "no end of line");
        while (take(' ')) {
            // indentation
        }
    }

    private String identifier() {
        int start = position;
        while (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_') {
            position++;
        }
        String name = text.substring(start, position);
        require(name.matches("[A-Za-z_][A-Za-z0-9_]*") && !name.matches("true|false|null"), "no identifier: " + name);
        return name;
    }

    private JsonNode word() {
        if (text.startsWith("json('", position)) {
            position += "json(".length();
            BigDecimal number = new BigDecimal(string());
            require(take(')'), "no closing bracket");
            return DecimalNode.valueOf(number);
        }
        int start = position;
        while (position < text.length() && "\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String word = text.substring(start, position);
        return switch (word) {
            case "true", "false" -> NODES.booleanNode(word.equals("true"));
            case "null" -> NODES.nullNode();
            default -> DecimalNode.valueOf(new BigDecimal(Long.parseLong(word)));
        };
    }

    private String string() {
        require(take('\'') && !text.startsWith("''", position), "no text of one line");
        StringBuilder content = new StringBuilder();
        while (!take('\'')) {
            char next = text.charAt(position++);
            require(next != '\n' && next != '\r', "a text that goes on in the next line");
            require(next != '$' || text.charAt(position) != '{', "an expression");
            if (next == '\\') {
                escape(content);
            } else {
                content.append(next);
            }
        }
        return content.toString();
    }

    private void escape(StringBuilder content) {
        char escaped = text.charAt(position++);
        switch (escaped) {
            case '\\', '\'', '$' -> content.append(escaped);
            case 'n' -> content.append('\n');
            case 'r' -> content.append('\r');
            case 't' -> content.append('\t');
            case 'u' -> {
                int end = text.indexOf('}', position);
                require(take('{'), "no brace");
                content.appendCodePoint(Integer.parseInt(text.substring(position, end), 16));
                position = end + 1;
            }
            default -> throw new AssertionError("An unknown escape: " + escaped);
        }
    }

    private boolean take(char expected) {
        boolean found = position < text.length() && text.charAt(position) == expected;
        position += found ? 1 : 0;
        return found;
    }

    private void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("%s at %d of:%n%s".formatted(what, position, text));
        }
    }
}
