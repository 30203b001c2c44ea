package io.github.aspirejava.azure.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.aspirejava.oci.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TemplateValuesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whateverABodyHasBicepReadsTheSame(@ForAll("bodies") JsonNode body) {
        Value value = new Placeholders().resolve(body);

        assertThat(BicepReader.read(BicepText.of(value, 0))).isEqualTo(body);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whateverABodyHasATemplateOfJsonHasTheSame(@ForAll("bodies") JsonNode body) {
        JsonNode printed = new ArmText(new Template(false, List.of(), List.of(), List.of(), List.of()))
                .of(new Placeholders().resolve(body));

        assertThat(withoutEscapes(printed)).isEqualTo(body);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aTextInAnExpressionOfATemplateIsTheSameText(@ForAll("texts") String text) {
        TemplateParameter parameter = TemplateParameter.required("p", "");
        Expression joined = new Expression.Join(List.of(parameter.value(), Expression.text(text)));

        String printed = new ArmText(new Template(false, List.of(), List.of(), List.of(), List.of())).text(joined);

        String literal = printed.substring("[concat(parameters('p'), '".length(), printed.length() - "')]".length());
        assertThat(literal.replace("''", "")).doesNotContain("'");
        assertThat(literal.replace("''", "'")).isEqualTo(text);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void placeholdersAreFoundInAnyText(@ForAll("texts") String before, @ForAll("texts") String after) {
        Placeholders placeholders = new Placeholders();
        Expression expression = TemplateParameter.required("p", "").value();
        JsonNode body = Json.object().put("a", before + placeholders.of(expression) + after);

        Value resolved = placeholders.resolve(body).properties().get(0).value();

        if (before.isEmpty() && after.isEmpty()) {
            assertThat(resolved).isEqualTo(expression);
        } else {
            assertThat(((Expression.Join) resolved).parts()).contains(expression);
            assertThat(BicepText.of(resolved, 0)).contains("${p}");
        }
    }

    /**
     * Removes escapes as Azure Resource Manager does: a doubled bracket stands for one only where a single one would
     * begin an expression.
     */
    private static JsonNode withoutEscapes(JsonNode node) {
        if (node.isTextual()) {
            String text = node.textValue();
            boolean isBracketed = text.startsWith("[") && text.endsWith("]");
            assertThat(isBracketed && !text.startsWith("[["))
                    .as("an expression: %s", text)
                    .isFalse();
            return NODES.textNode(isBracketed ? text.substring(1) : text);
        }
        if (node.isNumber()) {
            assertThat(node.isIntegralNumber())
                    .as("an integer that is written as one: %s", node)
                    .isEqualTo(isLong(node.decimalValue()));
            return DecimalNode.valueOf(node.decimalValue());
        }
        if (node.isArray()) {
            var array = NODES.arrayNode();
            node.forEach(item -> array.add(withoutEscapes(item)));
            return array;
        }
        if (node.isObject()) {
            var object = NODES.objectNode();
            node.properties()
                    .forEach(property -> object.set(
                            withoutEscapes(NODES.textNode(property.getKey())).textValue(),
                            withoutEscapes(property.getValue())));
            return object;
        }
        return node;
    }

    private static boolean isLong(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> hostile = Arbitraries.of(
                        "'",
                        "\\",
                        "${",
                        "$",
                        "{",
                        "}",
                        "[",
                        "]",
                        "\n",
                        "\r",
                        "\t",
                        "\u2028",
                        "\u0000",
                        "'''",
                        "''",
                        "a",
                        "1",
                        "-",
                        ".",
                        "true",
                        "null",
                        "//",
                        "/*",
                        "#",
                        "\uD83D\uDE00",
                        "ä",
                        " ",
                        "json(",
                        "\"")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(
                        hostile,
                        hostile.map(text -> "[" + text + "]"),
                        Arbitraries.strings().ofMaxLength(12))
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    @Provide
    Arbitrary<JsonNode> bodies() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                texts().map(NODES::textNode),
                Arbitraries.longs().map(number -> DecimalNode.valueOf(BigDecimal.valueOf(number))),
                Arbitraries.bigDecimals().map(number -> DecimalNode.valueOf(new BigDecimal(number.toPlainString()))),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        Arbitrary<JsonNode> values = Arbitraries.recursive(() -> leaves, this::nested, 0, 3);
        return objects(values);
    }

    private Arbitrary<JsonNode> nested(Arbitrary<JsonNode> values) {
        return Arbitraries.oneOf(
                objects(values),
                values.list().ofMaxSize(4).map(items -> NODES.arrayNode().addAll(items)));
    }

    private Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
        return Arbitraries.maps(texts(), values).ofMaxSize(5).map(properties -> {
            var object = NODES.objectNode();
            properties.forEach(object::set);
            return object;
        });
    }
}
