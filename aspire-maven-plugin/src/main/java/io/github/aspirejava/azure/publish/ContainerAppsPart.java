package io.github.aspirejava.azure.publish;

import io.github.aspirejava.azure.resource.ContainerAppsDashboardResource;
import io.github.aspirejava.azure.resource.ContainerAppsResource;
import io.github.aspirejava.azure.resource.EnvironmentPlace;
import io.github.aspirejava.azure.resource.LogsResource;
import io.github.aspirejava.azure.resource.Placement;
import io.github.aspirejava.azure.template.Expression;
import io.github.aspirejava.azure.template.Template;
import io.github.aspirejava.azure.template.Template.Output;
import io.github.aspirejava.azure.template.TemplateModule;
import io.github.aspirejava.azure.template.TemplateParameter;
import io.github.aspirejava.azure.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Container Apps environment in the templates, with the workspace of its logs and its dashboard. */
final class ContainerAppsPart {
    private static final String NAME = "AZURE_CONTAINER_APPS_ENVIRONMENT_NAME";
    private static final String ID = "AZURE_CONTAINER_APPS_ENVIRONMENT_ID";
    private static final String DOMAIN = "AZURE_CONTAINER_APPS_ENVIRONMENT_DEFAULT_DOMAIN";

    private ContainerAppsPart() {}

    static TemplateModule of(EnvironmentPlace place, Blueprint blueprint, ResourceGroups groups, Expression location) {
        Part part = Part.of(place.environment().name());
        Placement itself = place.environmentItself(ContainerAppsResource.TYPE);
        if (place.environment().existing()) {
            TemplateResource environment = Blueprint.existing(
                    "environment",
                    ContainerAppsResource.TYPE,
                    Expression.text(itself.id().name()));
            return part.module(
                    groups.existing(place.group()),
                    Map.of(),
                    new Template(false, List.of(), List.of(environment), List.of(), outputs(environment)));
        }
        TemplateParameter region = TemplateParameter.required("location", "The region");
        String there = blueprint.placeholder(region.value());
        LogsResource workspace =
                new LogsResource(blueprint.clients(), place.logs().at(there));
        TemplateResource logs = blueprint.made("logs", workspace);
        ContainerAppsResource wanted = new ContainerAppsResource(
                blueprint.clients(),
                itself.at(there),
                workspace.id(),
                blueprint.placeholder(logs.property("customerId")));
        TemplateResource environment = blueprint.made(
                "environment",
                wanted,
                Expression.text(wanted.id().name()),
                ContainerAppsResource.withKey(
                        wanted.desired(), blueprint.placeholder(new Expression.Key(logs, "primarySharedKey"))));
        List<TemplateResource> resources = new ArrayList<>(List.of(logs, environment));
        if (place.environment().dashboard()) {
            resources.add(blueprint
                    .made(
                            "dashboard",
                            new ContainerAppsDashboardResource(blueprint.clients(), wanted.id(), itself.origin()))
                    .within(environment));
        }
        List<Output> outputs = new ArrayList<>(outputs(environment));
        outputs.add(new Output("AZURE_LOG_ANALYTICS_WORKSPACE_NAME", new Expression.Name(logs)));
        outputs.add(new Output("AZURE_LOG_ANALYTICS_WORKSPACE_ID", logs.id()));
        return part.module(
                groups.made(place.group(), location),
                Map.of("location", location),
                new Template(false, List.of(region), resources, List.of(), outputs));
    }

    private static List<Output> outputs(TemplateResource environment) {
        return List.of(
                new Output(NAME, new Expression.Name(environment)),
                new Output(ID, environment.id()),
                new Output(DOMAIN, environment.property("defaultDomain")));
    }
}
