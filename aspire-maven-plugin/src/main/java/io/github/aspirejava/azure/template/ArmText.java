package io.github.aspirejava.azure.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints values and expressions in the syntax of JSON templates.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions">Syntax and
 *     expressions in ARM templates</a>
 */
final class ArmText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Whether the template is deployed to a subscription: resource ids begin differently there. */
    private final boolean subscription;

    ArmText(Template template) {
        this.subscription = template.subscription();
    }

    JsonNode of(Value value) {
        if (value instanceof Expression expression) {
            return NODES.textNode(text(expression));
        }
        if (value instanceof Value.Structure structure) {
            ObjectNode object = NODES.objectNode();
            structure.properties().forEach(property -> object.set(text(property.name()), of(property.value())));
            return object;
        }
        if (value instanceof Value.Items items) {
            ArrayNode array = NODES.arrayNode();
            items.values().forEach(item -> array.add(of(item)));
            return array;
        }
        if (value instanceof Value.Figure figure) {
            return number(figure.number());
        }
        return value instanceof Value.Flag flag ? NODES.booleanNode(flag.value()) : NODES.nullNode();
    }

    /** Converts a number; an integer must not get an exponent, which would make it a non-integer. */
    private static JsonNode number(BigDecimal number) {
        try {
            return NODES.numberNode(number.longValueExact());
        } catch (ArithmeticException e) {
            return DecimalNode.valueOf(number);
        }
    }

    /** Returns a JSON string: text in brackets is an expression, unless the bracket is doubled. */
    String text(Expression expression) {
        if (expression instanceof Expression.Text text) {
            String value = text.text();
            return value.startsWith("[") && value.endsWith("]") ? "[" + value : value;
        }
        return "[" + code(expression) + "]";
    }

    /** Returns the code of an expression within another one. */
    private String code(Expression expression) {
        if (expression instanceof Expression.Text text) {
            return quoted(text.text());
        }
        if (expression instanceof Expression.Join join) {
            return call("concat", join.parts().stream().map(this::code));
        }
        if (expression instanceof Expression.ParameterValue value) {
            return "parameters(%s)".formatted(quoted(value.parameter().symbol()));
        }
        if (expression instanceof Expression.Id id) {
            return id(id.resource());
        }
        if (expression instanceof Expression.Name name) {
            return code(name.resource().name());
        }
        if (expression instanceof Expression.Property property) {
            return call("reference", identified(property.resource())) + path(property.path());
        }
        if (expression instanceof Expression.Key key) {
            return call("listKeys", identified(key.resource())) + path(List.of(key.key()));
        }
        if (expression instanceof Expression.ModuleOutput output) {
            return call("reference", Stream.of(id(output.module()), quoted(ArmPrinter.DEPLOYMENTS_VERSION)))
                    + path(List.of("outputs", output.output(), "value"));
        }
        Expression.Call call = (Expression.Call) expression;
        return call(call.function(), call.arguments().stream().map(this::code)) + path(call.path());
    }

    private Stream<String> identified(TemplateResource resource) {
        return Stream.of(id(resource), quoted(resource.apiVersion()));
    }

    /** Returns the expression of a resource's id. */
    String id(TemplateResource resource) {
        Stream<String> typeAndNames = Stream.concat(
                Stream.of(quoted(resource.type())), names(resource).stream().map(this::code));
        if (resource.place() instanceof TemplateResource.Place.On on) {
            return call("extensionResourceId", Stream.concat(Stream.of(id(on.target())), typeAndNames));
        }
        return call(subscription ? "subscriptionResourceId" : "resourceId", typeAndNames);
    }

    /** Returns the expression of the id of a module's deployment. */
    String id(TemplateModule module) {
        Stream<String> typeAndName = Stream.of(quoted(ArmPrinter.DEPLOYMENTS), quoted(module.deployment()));
        if (module.target() instanceof TemplateModule.Target.Subscription other) {
            return call("subscriptionResourceId", Stream.concat(Stream.of(code(other.id())), typeAndName));
        }
        Expression.Call own = new Expression.Call("subscription", List.of(), List.of("subscriptionId"));
        TemplateModule.Target.Group group = module.target() instanceof TemplateModule.Target.Group there
                ? there
                : new TemplateModule.Target.Group(
                        Optional.empty(),
                        ((TemplateModule.Target.MadeGroup) module.target())
                                .group()
                                .name());
        String scope = call(
                "format",
                Stream.of(
                        quoted("/subscriptions/{0}/resourceGroups/{1}"),
                        code(group.subscription().orElse(own)),
                        code(group.name())));
        return call("extensionResourceId", Stream.concat(Stream.of(scope), typeAndName));
    }

    /** Returns the names that make up a resource's id, its parents' first. */
    static List<Expression> names(TemplateResource resource) {
        List<Expression> names = new ArrayList<>();
        if (resource.place() instanceof TemplateResource.Place.Within within) {
            names.addAll(names(within.parent()));
        }
        names.add(resource.name());
        return names;
    }

    private static String call(String function, Stream<String> arguments) {
        return arguments.collect(Collectors.joining(", ", function + "(", ")"));
    }

    private static String path(List<String> names) {
        return names.stream()
                .map(name -> IDENTIFIER.matcher(name).matches() ? "." + name : "[" + quoted(name) + "]")
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
