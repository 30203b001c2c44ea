package io.github.aspirejava.azure.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The resources and modules of a template that a value or resource refers to, which have to be deployed before it. */
final class References {
    private final Set<TemplateResource> resources = new LinkedHashSet<>();
    private final Set<TemplateModule> modules = new LinkedHashSet<>();

    private References() {}

    static References of(TemplateResource resource) {
        References found = new References();
        if (resource.place() instanceof TemplateResource.Place.Within within) {
            found.resources.add(within.parent());
        } else if (resource.place() instanceof TemplateResource.Place.On on) {
            found.resources.add(on.target());
        }
        found.visit(resource.name());
        resource.body().ifPresent(found::visit);
        return found;
    }

    static References of(TemplateModule module) {
        References found = new References();
        if (module.target() instanceof TemplateModule.Target.MadeGroup made) {
            found.resources.add(made.group());
        }
        module.arguments().values().forEach(found::visit);
        found.modules.addAll(module.after());
        return found;
    }

    /** Returns the resources that the template creates; the others exist anyway. */
    List<TemplateResource> made() {
        return resources.stream().filter(TemplateResource::isMade).toList();
    }

    List<TemplateModule> modules() {
        return List.copyOf(modules);
    }

    private void visit(Value value) {
        if (value instanceof Value.Structure structure) {
            structure.properties().forEach(property -> {
                visit(property.name());
                visit(property.value());
            });
        } else if (value instanceof Value.Items items) {
            items.values().forEach(this::visit);
        } else if (value instanceof Expression.Join join) {
            join.parts().forEach(this::visit);
        } else if (value instanceof Expression.Call call) {
            call.arguments().forEach(this::visit);
        } else if (value instanceof Expression.Id id) {
            resources.add(id.resource());
        } else if (value instanceof Expression.Property property) {
            resources.add(property.resource());
        } else if (value instanceof Expression.Key key) {
            resources.add(key.resource());
        } else if (value instanceof Expression.ModuleOutput output) {
            modules.add(output.module());
        }
    }
}
