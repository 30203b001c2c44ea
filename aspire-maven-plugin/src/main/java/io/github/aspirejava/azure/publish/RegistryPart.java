package io.github.aspirejava.azure.publish;

import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.resource.PurgeTask;
import io.github.aspirejava.azure.resource.RegistryPlace;
import io.github.aspirejava.azure.resource.RegistryResource;
import io.github.aspirejava.azure.resource.RoleDefinition;
import io.github.aspirejava.azure.template.Expression;
import io.github.aspirejava.azure.template.Template;
import io.github.aspirejava.azure.template.Template.Output;
import io.github.aspirejava.azure.template.TemplateModule;
import io.github.aspirejava.azure.template.TemplateParameter;
import io.github.aspirejava.azure.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A registry in the templates.
 *
 * @param group its resource group
 * @param name its name in Azure
 * @param pullRole the name of the role that allows to pull from it
 * @param parameters the parameters of the main template that it needs
 */
record RegistryPart(
        AzureContainerRegistry registry,
        ResourceGroups.Place group,
        Expression name,
        Expression pullRole,
        List<TemplateParameter> parameters,
        TemplateModule module) {
    static final String ENDPOINT = "AZURE_CONTAINER_REGISTRY_ENDPOINT";
    static final String NAME = "AZURE_CONTAINER_REGISTRY_NAME";

    private static final String LOCATION = "location";
    private static final String REGISTRY = "registry";

    static RegistryPart of(
            AzureContainerRegistry registry,
            OfflineOptions offline,
            Blueprint blueprint,
            ResourceGroups groups,
            Expression location) {
        ArmId id = RegistryPlace.of(blueprint.options(), registry);
        ArmId groupId = ArmId.group(id.subscription(), id.resourceGroup());
        ResourceGroups.Place group = registry.existing() ? groups.existing(groupId) : groups.made(groupId, location);
        List<TemplateParameter> parameters = new ArrayList<>();
        Expression name = name(registry, id, offline, parameters);
        Expression pullRole = pullRole(registry, parameters);
        Part part = Part.of(registry.name());
        TemplateParameter nameParameter = TemplateParameter.required("name", "The name of the registry");
        TemplateParameter region = TemplateParameter.required(LOCATION, "The region");
        List<TemplateParameter> own = new ArrayList<>(List.of(nameParameter));
        Map<String, Expression> arguments = Part.arguments(Map.entry("name", name));
        TemplateResource resource;
        if (registry.existing()) {
            resource = Blueprint.existing(REGISTRY, RegistryResource.TYPE, nameParameter.value());
        } else {
            own.add(region);
            arguments.put(LOCATION, location);
            RegistryResource wanted = new RegistryResource(
                    blueprint.clients(), blueprint.options(), id, blueprint.placeholder(region.value()), registry);
            resource = blueprint.made(REGISTRY, wanted, nameParameter.value(), wanted.desired());
        }
        List<TemplateResource> resources = new ArrayList<>(List.of(resource));
        if (registry.purge().isPresent()) {
            if (registry.existing()) {
                own.add(region);
                arguments.put(LOCATION, location);
            }
            PurgeTask task = new PurgeTask(
                    blueprint.clients(),
                    blueprint.options(),
                    id,
                    registry.name(),
                    blueprint.placeholder(region.value()),
                    registry.purge().get());
            resources.add(blueprint.made("purge", task).within(resource));
        }
        Template template = new Template(
                false,
                own,
                resources,
                List.of(),
                List.of(
                        new Output("id", resource.id()),
                        new Output(NAME, new Expression.Name(resource)),
                        new Output(ENDPOINT, resource.property("loginServer"))));
        return new RegistryPart(registry, group, name, pullRole, parameters, part.module(group, arguments, template));
    }

    /** Returns the registry's name. Unless it is pinned, it depends on the subscription, which may not be known yet. */
    private static Expression name(
            AzureContainerRegistry registry, ArmId id, OfflineOptions offline, List<TemplateParameter> parameters) {
        if (registry.registryName().isPresent()) {
            return Expression.text(id.name());
        }
        Optional<Expression> known =
                offline.knowsSubscription() || registry.subscription().isPresent()
                        ? Optional.of(Expression.text(id.name()))
                        : Optional.empty();
        TemplateParameter parameter = new TemplateParameter(
                Part.of(registry.name(), "name").symbol(),
                "The name of the registry %s: 5 to 50 letters and digits, unique in all of Azure"
                        .formatted(registry.name()),
                known,
                false);
        parameters.add(parameter);
        return parameter.value();
    }

    /**
     * Returns the role for pulling. It depends on the registry's role assignment mode, which only an existing registry
     * can have chosen.
     */
    private static Expression pullRole(AzureContainerRegistry registry, List<TemplateParameter> parameters) {
        Expression role = Expression.text(RoleDefinition.ACR_PULL.id());
        if (!registry.existing()) {
            return role;
        }
        TemplateParameter parameter = TemplateParameter.of(
                Part.of(registry.name(), "pullRole").symbol(),
                "The role that allows to pull from %s: AcrPull, or %s if its role assignment mode is AbacRepositoryPermissions"
                        .formatted(registry.name(), RoleDefinition.REPOSITORY_READER.id()),
                role);
        parameters.add(parameter);
        return parameter.value();
    }

    /** Returns the outputs of the main template for the registry. */
    List<Output> outputs() {
        String prefix = module.symbol() + "_";
        return List.of(
                new Output(prefix + NAME, module.output(NAME)), new Output(prefix + ENDPOINT, module.output(ENDPOINT)));
    }
}
