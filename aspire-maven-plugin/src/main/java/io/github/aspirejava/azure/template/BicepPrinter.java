package io.github.aspirejava.azure.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints a template as a Bicep file. Its modules are files of their own.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/bicep/file">Structure and syntax of Bicep
 *     files</a>
 */
public final class BicepPrinter {
    private BicepPrinter() {}

    /** Returns the content of the file. */
    public static String print(Template template) {
        List<String> declarations = new ArrayList<>();
        if (template.subscription()) {
            declarations.add("targetScope = 'subscription'");
        }
        template.parameters().forEach(parameter -> declarations.add(parameter(parameter)));
        template.resources().forEach(resource -> declarations.add(resource(resource)));
        template.modules().forEach(module -> declarations.add(module(module)));
        template.outputs()
                .forEach(output -> declarations.add(
                        "output %s string = %s".formatted(output.name(), BicepText.of(output.value()))));
        return declarations.stream().map(declaration -> declaration + '\n').collect(Collectors.joining("\n"));
    }

    private static String parameter(TemplateParameter parameter) {
        StringBuilder text = new StringBuilder();
        if (!parameter.description().isEmpty()) {
            text.append("@description(%s)\n".formatted(BicepText.of(Expression.text(parameter.description()))));
        }
        if (parameter.secure()) {
            text.append("@secure()\n");
        }
        text.append("param %s string".formatted(parameter.symbol()));
        parameter.fallback().ifPresent(value -> text.append(" = ").append(BicepText.of(value)));
        return text.toString();
    }

    private static String resource(TemplateResource resource) {
        List<Value.Property> properties = new ArrayList<>();
        Symbol place = null;
        if (resource.place() instanceof TemplateResource.Place.Within within) {
            place = new Symbol("parent", within.parent().symbol());
        } else if (resource.place() instanceof TemplateResource.Place.On on) {
            place = new Symbol("scope", on.target().symbol());
        }
        properties.add(property("name", resource.name()));
        resource.body().ifPresent(body -> properties.addAll(body.properties()));
        return "resource %s '%s@%s' %s= %s"
                .formatted(
                        resource.symbol(),
                        resource.type(),
                        resource.apiVersion(),
                        resource.isMade() ? "" : "existing ",
                        block(place == null ? List.of() : List.of(place), new Value.Structure(properties)));
    }

    private static String module(TemplateModule module) {
        List<Value.Property> arguments = module.arguments().entrySet().stream()
                .map(argument -> property(argument.getKey(), argument.getValue()))
                .toList();
        List<Value.Property> properties = new ArrayList<>();
        properties.add(property("name", Expression.text(module.deployment())));
        if (!arguments.isEmpty()) {
            properties.add(property("params", new Value.Structure(arguments)));
        }
        List<Symbol> places = new ArrayList<>(List.of(scope(module.target())));
        if (!module.after().isEmpty()) {
            String before = module.after().stream().map(TemplateModule::symbol).collect(Collectors.joining("\n    "));
            places.add(new Symbol("dependsOn", "[\n    " + before + "\n  ]"));
        }
        return "module %s %s = %s"
                .formatted(
                        module.symbol(),
                        BicepText.of(Expression.text(module.file())),
                        block(places, new Value.Structure(properties)));
    }

    private static Symbol scope(TemplateModule.Target target) {
        if (target instanceof TemplateModule.Target.MadeGroup made) {
            return new Symbol("scope", made.group().symbol());
        }
        if (target instanceof TemplateModule.Target.Group group) {
            Expression[] arguments = group.subscription()
                    .map(subscription -> new Expression[] {subscription, group.name()})
                    .orElseGet(() -> new Expression[] {group.name()});
            return new Symbol("scope", BicepText.of(Expression.call("resourceGroup", arguments)));
        }
        TemplateModule.Target.Subscription subscription = (TemplateModule.Target.Subscription) target;
        return new Symbol("scope", BicepText.of(Expression.call("subscription", subscription.id())));
    }

    private static Value.Property property(String name, Value value) {
        return new Value.Property(Expression.text(name), value);
    }

    /** Returns an object that begins with properties which are not values, but symbols of a place. */
    private static String block(List<Symbol> places, Value.Structure structure) {
        String text = BicepText.of(structure, 0);
        String lines = places.stream()
                .map(place -> "  %s: %s\n".formatted(place.property(), place.symbol()))
                .collect(Collectors.joining());
        return "{\n" + lines + text.substring("{\n".length());
    }

    private record Symbol(String property, String symbol) {}
}
