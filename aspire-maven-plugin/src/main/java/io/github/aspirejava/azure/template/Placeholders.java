package io.github.aspirejava.azure.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Placeholders for expressions in a request's body. They let the code that creates requests also create templates: it
 * gets a placeholder in place of the id or the key of an existing resource.
 */
public final class Placeholders {
    /** A mark that no text contains by chance. */
    private final String mark = UUID.randomUUID().toString();

    private final Pattern pattern = Pattern.compile("<" + mark + ":([0-9]+)>");
    private final List<Expression> expressions = new ArrayList<>();
    private final Map<Expression, String> texts = new HashMap<>();

    /** Returns a placeholder for {@code expression} in a body. */
    public String of(Expression expression) {
        if (expression instanceof Expression.Text text) {
            return text.text();
        }
        return texts.computeIfAbsent(expression, added -> {
            expressions.add(added);
            return "<%s:%d>".formatted(mark, expressions.size() - 1);
        });
    }

    /** Returns a body with its placeholders replaced by their expressions. */
    public Value.Structure resolve(JsonNode body) {
        return (Value.Structure) value(body);
    }

    private Value value(JsonNode node) {
        if (node.isObject()) {
            List<Value.Property> properties = new ArrayList<>();
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                properties.add(new Value.Property(expression(property.getKey()), value(property.getValue())));
            }
            return new Value.Structure(properties);
        }
        if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return new Value.Items(items);
        }
        if (node.isNumber()) {
            return new Value.Figure(new BigDecimal(node.asText()));
        }
        if (node.isBoolean()) {
            return new Value.Flag(node.booleanValue());
        }
        return node.isTextual() ? expression(node.textValue()) : new Value.Nothing();
    }

    private Expression expression(String text) {
        List<Expression> parts = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int end = 0;
        while (matcher.find()) {
            addText(text.substring(end, matcher.start()), parts);
            parts.add(expressions.get(Integer.parseInt(matcher.group(1))));
            end = matcher.end();
        }
        if (parts.isEmpty()) {
            return Expression.text(text);
        }
        addText(text.substring(end), parts);
        return parts.size() == 1 ? parts.get(0) : new Expression.Join(parts);
    }

    private static void addText(String text, List<Expression> parts) {
        if (!text.isEmpty()) {
            parts.add(Expression.text(text));
        }
    }
}
