package io.github.aspirejava.azure.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints values and expressions in the syntax of Bicep.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types">Data types in Bicep</a>
 */
final class BicepText {
    private static final String INDENT = "  ";
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern LITERAL_WORD = Pattern.compile("true|false|null");

    private BicepText() {}

    /** Returns a value that begins in a line of that indentation, from 0. */
    static String of(Value value, int depth) {
        if (value instanceof Expression expression) {
            return of(expression);
        }
        if (value instanceof Value.Structure structure) {
            return block(
                    '{',
                    structure.properties().stream()
                            .map(property -> key(property.name()) + ": " + of(property.value(), depth + 1))
                            .toList(),
                    '}',
                    depth);
        }
        if (value instanceof Value.Items items) {
            return block(
                    '[',
                    items.values().stream().map(item -> of(item, depth + 1)).toList(),
                    ']',
                    depth);
        }
        if (value instanceof Value.Figure figure) {
            return number(figure.number());
        }
        return value instanceof Value.Flag flag ? String.valueOf(flag.value()) : "null";
    }

    private static String block(char open, List<String> lines, char close, int depth) {
        if (lines.isEmpty()) {
            return String.valueOf(open) + close;
        }
        String indentation = INDENT.repeat(depth);
        return lines.stream()
                .map(line -> indentation + INDENT + line + '\n')
                .collect(Collectors.joining("", open + "\n", indentation + close));
    }

    /** Converts a number: Bicep supports only integers of 64 bits. */
    private static String number(BigDecimal number) {
        try {
            return String.valueOf(number.longValueExact());
        } catch (ArithmeticException e) {
            return "json('%s')".formatted(number.toPlainString());
        }
    }

    private static String key(Expression name) {
        return name instanceof Expression.Text text && isIdentifier(text.text()) ? text.text() : of(inString(name));
    }

    /** Returns the name as an interpolated string: the name of a property cannot be a bare expression. */
    private static Expression inString(Expression name) {
        return name instanceof Expression.Text || name instanceof Expression.Join
                ? name
                : new Expression.Join(List.of(name));
    }

    private static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches() && !LITERAL_WORD.matcher(text).matches();
    }

    /** Returns the code of an expression. */
    static String of(Expression expression) {
        if (expression instanceof Expression.Text text) {
            return quoted(escaped(text.text()));
        }
        if (expression instanceof Expression.Join join) {
            return quoted(join.parts().stream().map(BicepText::part).collect(Collectors.joining()));
        }
        if (expression instanceof Expression.ParameterValue value) {
            return value.parameter().symbol();
        }
        if (expression instanceof Expression.Id id) {
            return id.resource().symbol() + ".id";
        }
        if (expression instanceof Expression.Name name) {
            return name.resource().symbol() + ".name";
        }
        if (expression instanceof Expression.Property property) {
            return property.resource().symbol() + ".properties" + path(property.path());
        }
        if (expression instanceof Expression.Key key) {
            return key.resource().symbol() + ".listKeys()" + path(List.of(key.key()));
        }
        if (expression instanceof Expression.ModuleOutput output) {
            return output.module().symbol() + ".outputs" + path(List.of(output.output()));
        }
        Expression.Call call = (Expression.Call) expression;
        return call.arguments().stream()
                        .map(BicepText::of)
                        .collect(Collectors.joining(", ", call.function() + "(", ")"))
                + path(call.path());
    }

    private static String part(Expression part) {
        return part instanceof Expression.Text text ? escaped(text.text()) : "${" + of(part) + "}";
    }

    private static String path(List<String> names) {
        return names.stream()
                .map(name -> IDENTIFIER.matcher(name).matches() ? "." + name : "[" + quoted(escaped(name)) + "]")
                .collect(Collectors.joining());
    }

    private static String quoted(String escaped) {
        return "'" + escaped + "'";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\\' -> escaped.append("\\\\");
                case '\'' -> escaped.append("\\'");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                // It only matters before a brace, which may be the beginning of the next part.
                case '$' -> escaped.append("\\$");
                default -> append(character, escaped);
            }
        });
        return escaped.toString();
    }

    private static void append(int character, StringBuilder escaped) {
        boolean isBreak = character == 0x2028 || character == 0x2029;
        if (isBreak || Character.isISOControl(character)) {
            escaped.append("\\u{%x}".formatted(character));
        } else {
            escaped.appendCodePoint(character);
        }
    }
}
