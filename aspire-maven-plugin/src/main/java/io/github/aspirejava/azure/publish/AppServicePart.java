package io.github.aspirejava.azure.publish;

import io.github.aspirejava.azure.environment.DashboardSiteResource;
import io.github.aspirejava.azure.environment.EnvironmentPlace;
import io.github.aspirejava.azure.environment.IdentityResource;
import io.github.aspirejava.azure.environment.Placement;
import io.github.aspirejava.azure.environment.PlanResource;
import io.github.aspirejava.azure.environment.RoleAssignmentResource;
import io.github.aspirejava.azure.environment.RoleDefinition;
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

/** A plan of App Service in the templates, with the site that is its dashboard. */
final class AppServicePart {
    private final EnvironmentPlace place;
    private final Blueprint blueprint;
    private final TemplateParameter region = TemplateParameter.required("location", "The region");
    private final TemplateParameter siteName =
            TemplateParameter.required("dashboardName", "The name of the dashboard's site");
    private final TemplateParameter sender =
            TemplateParameter.required("pullClientId", "The identity that services are pulled with");
    private final List<TemplateResource> resources = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();

    AppServicePart(EnvironmentPlace place, Blueprint blueprint) {
        this.place = place;
        this.blueprint = blueprint;
    }

    boolean hasDashboard() {
        return place.environment().dashboard() && !place.environment().existing();
    }

    /** What the main template is given for the dashboard, whose name depends on the subscription. */
    TemplateParameter dashboardName(boolean subscriptionIsKnown) {
        Expression known = Expression.text(place.dashboardSite().id().name());
        return new TemplateParameter(
                Part.of(place.environment().name(), "dashboardName").symbol(),
                "The name of the site that is the dashboard of %s: up to 60 letters, digits and hyphens, unique in all of Azure"
                        .formatted(place.environment().name()),
                subscriptionIsKnown ? Optional.of(known) : Optional.empty(),
                false);
    }

    /** @param dashboardName what the site is called; it is heeded only if there is one */
    TemplateModule module(TemplateModule identity, Groups groups, Expression location, Expression dashboardName) {
        Part part = Part.of(place.environment().name());
        Placement itself = place.environmentItself(PlanResource.TYPE);
        Expression name = Expression.text(itself.id().name());
        if (place.environment().existing()) {
            TemplateResource plan = Blueprint.existing("plan", PlanResource.TYPE, name);
            return part.module(
                    groups.existing(place.group()),
                    Map.of(),
                    new Template(false, List.of(), List.of(plan), List.of(), planOutputs(plan)));
        }
        TemplateResource plan = blueprint.made("plan", new PlanResource(blueprint.clients(), itself.at(there())));
        resources.add(plan);
        outputs.addAll(planOutputs(plan));
        List<TemplateParameter> parameters = new ArrayList<>(List.of(region));
        Map<String, Expression> arguments = Part.arguments(Map.entry("location", location));
        if (hasDashboard()) {
            addDashboard(plan);
            parameters.addAll(List.of(siteName, sender));
            arguments.put(siteName.symbol(), dashboardName);
            arguments.put(sender.symbol(), identity.output(IdentityPart.CLIENT_ID));
        }
        return part.module(
                groups.made(place.group(), location),
                arguments,
                new Template(false, parameters, resources, List.of(), outputs));
    }

    private void addDashboard(TemplateResource plan) {
        TemplateResource identity = blueprint.made(
                "identity",
                new IdentityResource(
                        blueprint.clients(), place.dashboardIdentity().at(there())));
        Expression group = new Expression.Call("resourceGroup", List.of(), List.of("id"));
        Expression reader = Expression.text(RoleDefinition.READER.id());
        TemplateResource assignment = PullPart.assignment(
                blueprint,
                new RoleAssignmentResource(
                        blueprint.clients(),
                        place.group(),
                        "right to read",
                        place.dashboardIdentity().id(),
                        blueprint.placeholder(PullPart.definition(reader)),
                        blueprint.placeholder(identity.property(IdentityPart.PRINCIPAL_ID)),
                        place.environment().origin()),
                group,
                identity.id(),
                reader);
        DashboardSiteResource wanted = new DashboardSiteResource(
                blueprint.clients(),
                place.dashboardSite().at(there()),
                place.environment().name(),
                blueprint.placeholder(plan.id()),
                blueprint.placeholder(identity.id()),
                blueprint.placeholder(identity.property(IdentityPart.CLIENT_ID)),
                blueprint.placeholder(sender.value()));
        TemplateResource site = blueprint.made("dashboard", wanted, siteName.value(), wanted.desired());
        resources.addAll(List.of(identity, assignment, site));
        outputs.add(new Output("AZURE_WEBSITE_CONTRIBUTOR_MANAGED_IDENTITY_ID", identity.id()));
        outputs.add(new Output(
                "AZURE_WEBSITE_CONTRIBUTOR_MANAGED_IDENTITY_PRINCIPAL_ID",
                identity.property(IdentityPart.PRINCIPAL_ID)));
        outputs.add(new Output(
                "AZURE_APP_SERVICE_DASHBOARD_URI",
                new Expression.Join(List.of(Expression.text("https://"), site.property("defaultHostName")))));
    }

    private String there() {
        return blueprint.placeholder(region.value());
    }

    private static List<Output> planOutputs(TemplateResource plan) {
        return List.of(new Output("name", new Expression.Name(plan)), new Output("planId", plan.id()));
    }
}
