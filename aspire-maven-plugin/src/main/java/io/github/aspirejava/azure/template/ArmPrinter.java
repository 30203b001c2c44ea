package io.github.aspirejava.azure.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.oci.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints a template as JSON for Azure Resource Manager, with all its modules in it.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax">Structure and syntax of ARM
 *     templates</a>
 */
public final class ArmPrinter {
    static final String DEPLOYMENTS = "Microsoft.Resources/deployments";
    static final String DEPLOYMENTS_VERSION = "2025-04-01";

    private static final String SCHEMAS = "https://schema.management.azure.com/schemas/";

    private ArmPrinter() {}

    /** Prints the template. */
    public static ObjectNode print(Template template) {
        ArmText text = new ArmText(template);
        ObjectNode document = Json.object()
                .put(
                        "$schema",
                        SCHEMAS
                                + (template.subscription()
                                        ? "2018-05-01/subscriptionDeploymentTemplate.json#"
                                        : "2019-04-01/deploymentTemplate.json#"))
                .put("contentVersion", "1.0.0.0");
        if (!template.parameters().isEmpty()) {
            ObjectNode parameters = document.putObject("parameters");
            template.parameters().forEach(parameter -> parameters.set(parameter.symbol(), parameter(parameter, text)));
        }
        ArrayNode resources = document.putArray("resources");
        template.resources().stream()
                .filter(TemplateResource::isMade)
                .forEach(resource -> resources.add(resource(resource, text)));
        template.modules().forEach(module -> resources.add(module(module, text)));
        if (!template.outputs().isEmpty()) {
            ObjectNode outputs = document.putObject("outputs");
            template.outputs()
                    .forEach(output -> outputs.putObject(output.name())
                            .put("type", "string")
                            .put("value", text.text(output.value())));
        }
        return document;
    }

    private static ObjectNode parameter(TemplateParameter parameter, ArmText text) {
        ObjectNode node = Json.object().put("type", parameter.secure() ? "securestring" : "string");
        parameter.fallback().ifPresent(value -> node.put("defaultValue", text.text(value)));
        if (!parameter.description().isEmpty()) {
            node.putObject("metadata").put("description", parameter.description());
        }
        return node;
    }

    private static ObjectNode resource(TemplateResource resource, ArmText text) {
        ObjectNode node = Json.object().put("type", resource.type()).put("apiVersion", resource.apiVersion());
        if (resource.place() instanceof TemplateResource.Place.On on) {
            node.put("scope", "[" + text.id(on.target()) + "]");
        }
        node.put("name", text.text(name(resource)));
        resource.body()
                .ifPresent(body -> body.properties()
                        .forEach(property -> node.set(text.text(property.name()), text.of(property.value()))));
        putDependencies(node, References.of(resource), text);
        return node;
    }

    private static Expression name(TemplateResource resource) {
        List<Expression> names = ArmText.names(resource);
        if (names.size() == 1) {
            return names.get(0);
        }
        if (names.stream().allMatch(Expression.Text.class::isInstance)) {
            return Expression.text(String.join(
                    "/",
                    names.stream().map(part -> ((Expression.Text) part).text()).toList()));
        }
        return new Expression.Join(names.stream()
                .flatMap(part -> Stream.of(Expression.text("/"), part))
                .skip(1)
                .toList());
    }

    private static ObjectNode module(TemplateModule module, ArmText text) {
        ObjectNode node = Json.object()
                .put("type", DEPLOYMENTS)
                .put("apiVersion", DEPLOYMENTS_VERSION)
                .put("name", text.text(Expression.text(module.deployment())));
        if (module.target() instanceof TemplateModule.Target.Group group) {
            group.subscription().ifPresent(subscription -> node.put("subscriptionId", text.text(subscription)));
            node.put("resourceGroup", text.text(group.name()));
        } else if (module.target() instanceof TemplateModule.Target.MadeGroup made) {
            node.put("resourceGroup", text.text(made.group().name()));
        } else if (module.target() instanceof TemplateModule.Target.Subscription subscription) {
            node.put("subscriptionId", text.text(subscription.id()))
                    .put("location", text.text(subscription.location()));
        }
        ObjectNode properties = node.putObject("properties").put("mode", "Incremental");
        properties.putObject("expressionEvaluationOptions").put("scope", "inner");
        ObjectNode arguments = properties.putObject("parameters");
        for (Map.Entry<String, Expression> argument : module.arguments().entrySet()) {
            arguments.putObject(argument.getKey()).put("value", text.text(argument.getValue()));
        }
        properties.set("template", print(module.template()));
        putDependencies(node, References.of(module), text);
        return node;
    }

    private static void putDependencies(ObjectNode node, References references, ArmText text) {
        List<String> ids = Stream.concat(
                        references.made().stream().map(text::id),
                        references.modules().stream().map(text::id))
                .map(id -> "[" + id + "]")
                .toList();
        if (!ids.isEmpty()) {
            ArrayNode dependencies = node.putArray("dependsOn");
            ids.forEach(dependencies::add);
        }
    }
}
