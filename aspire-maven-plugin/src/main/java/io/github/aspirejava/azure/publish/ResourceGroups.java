package io.github.aspirejava.azure.publish;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.resource.GroupResource;
import io.github.aspirejava.azure.template.Expression;
import io.github.aspirejava.azure.template.Template;
import io.github.aspirejava.azure.template.TemplateModule;
import io.github.aspirejava.azure.template.TemplateModule.Target;
import io.github.aspirejava.azure.template.TemplateParameter;
import io.github.aspirejava.azure.template.TemplateResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resource groups that modules are deployed to. A group is created if any resource in it is. */
final class ResourceGroups {
    private static final String SYMBOL = "resource_group";

    private final Blueprint blueprint;
    private final Expression deploymentLocation;
    private final Map<ArmId, Place> made = new HashMap<>();
    private final List<TemplateResource> resources = new ArrayList<>();
    private final List<TemplateModule> modules = new ArrayList<>();

    /**
     * A target of modules.
     *
     * @param after the modules that create it
     */
    record Place(Target target, List<TemplateModule> after) {}

    /**
     * Creates the groups.
     *
     * @param deploymentLocation the location where Azure keeps deployments to other subscriptions
     */
    ResourceGroups(Blueprint blueprint, Expression deploymentLocation) {
        this.blueprint = blueprint;
        this.deploymentLocation = deploymentLocation;
    }

    /**
     * Returns a group that the template creates; a second call returns the same one. As in provisioning, the group is
     * in the region of the first resource in it.
     */
    Place made(ArmId group, Expression location) {
        Place known = made.get(group);
        if (known != null) {
            return known;
        }
        Place place = isOwn(group) ? own(group, location) : foreign(group, location);
        made.put(group, place);
        return place;
    }

    /** Returns an existing group, unless a resource is created in it. */
    Place existing(ArmId group) {
        Place known = made.get(group);
        return known != null
                ? known
                : new Place(new Target.Group(subscription(group), Expression.text(group.name())), List.of());
    }

    /** Returns the groups of the subscription that the template is deployed to. */
    List<TemplateResource> resources() {
        return List.copyOf(resources);
    }

    /** Returns the modules that create the groups of other subscriptions. */
    List<TemplateModule> modules() {
        return List.copyOf(modules);
    }

    private Place own(ArmId group, Expression location) {
        TemplateResource resource = resource(numbered(resources.size()), group, location);
        resources.add(resource);
        return new Place(new Target.MadeGroup(resource), List.of());
    }

    private Place foreign(ArmId group, Expression location) {
        TemplateParameter region = TemplateParameter.required("location", "The region");
        Template template = new Template(
                true, List.of(region), List.of(resource(SYMBOL, group, region.value())), List.of(), List.of());
        String number = String.valueOf(modules.size() + 1);
        Target target = new Target.Subscription(Expression.text(group.subscription()), deploymentLocation);
        // No name of the model begins with a digit.
        TemplateModule module = new TemplateModule(
                SYMBOL + "__other_" + number,
                "modules/resource-group.%s.bicep".formatted(number),
                "resource-group." + number,
                target,
                Map.of("location", location),
                List.of(),
                template);
        modules.add(module);
        return new Place(new Target.Group(subscription(group), Expression.text(group.name())), List.of(module));
    }

    private TemplateResource resource(String symbol, ArmId group, Expression location) {
        GroupResource resource = new GroupResource(
                blueprint.clients(), blueprint.options(), group, blueprint.placeholder(location), Origin.NONE);
        return blueprint.made(symbol, resource);
    }

    private static String numbered(int others) {
        return others == 0 ? SYMBOL : SYMBOL + "__" + (others + 1);
    }

    private Optional<Expression> subscription(ArmId group) {
        return isOwn(group) ? Optional.empty() : Optional.of(Expression.text(group.subscription()));
    }

    private boolean isOwn(ArmId group) {
        return group.subscription().equalsIgnoreCase(blueprint.options().subscription());
    }
}
