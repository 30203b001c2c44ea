package io.github.aspirejava.azure.publish;

import io.github.aspirejava.azure.resource.DashboardSiteResource;
import io.github.aspirejava.azure.resource.EnvironmentPlace;
import io.github.aspirejava.azure.resource.PlanResource;
import io.github.aspirejava.azure.resource.RoleAssignmentResource;
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

/** An App Service plan in the templates, with the site that is its dashboard. */
final class AppServicePart {
    private static final TemplateParameter REGION = TemplateParameter.required("location", "The region");
    private static final TemplateParameter SITE_NAME =
            TemplateParameter.required("dashboardName", "The name of the dashboard's site");
    private static final TemplateParameter SENDER =
            TemplateParameter.required("pullClientId", "The identity that services are pulled with");
    private static final TemplateParameter OWN_ID =
            TemplateParameter.required("dashboardIdentityId", "The identity of the dashboard");
    private static final TemplateParameter OWN_PRINCIPAL =
            TemplateParameter.required("dashboardPrincipalId", "The same, as Entra calls it");
    private static final TemplateParameter OWN_CLIENT =
            TemplateParameter.required("dashboardClientId", "The same, as it asks for tokens");

    private final EnvironmentPlace place;
    private final Blueprint blueprint;
    private final ResourceGroups groups;
    private final Expression location;

    AppServicePart(EnvironmentPlace place, Blueprint blueprint, ResourceGroups groups, Expression location) {
        this.place = place;
        this.blueprint = blueprint;
        this.groups = groups;
        this.location = location;
    }

    boolean hasDashboard() {
        return place.environment().dashboard() && !place.environment().existing();
    }

    /** Returns the parameter of the main template for the dashboard's name, which depends on the subscription. */
    TemplateParameter dashboardName(boolean subscriptionIsKnown) {
        Expression known = Expression.text(place.dashboardSite().id().name());
        return new TemplateParameter(
                Part.of(place.environment().name(), "dashboardName").symbol(),
                "The name of the site that is the dashboard of %s: up to 60 letters, digits and hyphens, unique in all of Azure"
                        .formatted(place.environment().name()),
                subscriptionIsKnown ? Optional.of(known) : Optional.empty(),
                false);
    }

    /** Returns the module of the plan alone. */
    TemplateModule module() {
        Part part = Part.of(place.environment().name());
        if (place.environment().existing()) {
            TemplateResource plan = Blueprint.existing(
                    "plan",
                    PlanResource.TYPE,
                    Expression.text(
                            place.environmentItself(PlanResource.TYPE).id().name()));
            Template template = new Template(false, List.of(), List.of(plan), List.of(), outputs(plan));
            return part.module(groups.existing(place.group()), Map.of(), template);
        }
        TemplateResource plan = plan();
        return part.module(
                groups.made(place.group(), location),
                Map.of("location", location),
                new Template(false, List.of(REGION), List.of(plan), List.of(), outputs(plan)));
    }

    /**
     * Returns the module of the plan and its dashboard.
     *
     * @param services the identity that pulls the services' images
     * @param own the identity of the dashboard
     */
    TemplateModule module(TemplateModule services, TemplateModule own, Expression dashboardName) {
        TemplateResource plan = plan();
        TemplateResource site = site(plan);
        List<Output> outputs = new ArrayList<>(outputs(plan));
        outputs.add(new Output("AZURE_WEBSITE_CONTRIBUTOR_MANAGED_IDENTITY_ID", OWN_ID.value()));
        outputs.add(new Output("AZURE_WEBSITE_CONTRIBUTOR_MANAGED_IDENTITY_PRINCIPAL_ID", OWN_PRINCIPAL.value()));
        outputs.add(new Output(
                "AZURE_APP_SERVICE_DASHBOARD_URI",
                new Expression.Join(List.of(Expression.text("https://"), site.property("defaultHostName")))));
        return Part.of(place.environment().name())
                .module(
                        groups.made(place.group(), location),
                        Part.arguments(
                                Map.entry(REGION.symbol(), location),
                                Map.entry(SITE_NAME.symbol(), dashboardName),
                                Map.entry(SENDER.symbol(), services.output(IdentityPart.CLIENT_ID)),
                                Map.entry(OWN_ID.symbol(), own.output(IdentityPart.ID)),
                                Map.entry(OWN_PRINCIPAL.symbol(), own.output(IdentityPart.PRINCIPAL_ID)),
                                Map.entry(OWN_CLIENT.symbol(), own.output(IdentityPart.CLIENT_ID))),
                        new Template(
                                false,
                                List.of(REGION, SITE_NAME, SENDER, OWN_ID, OWN_PRINCIPAL, OWN_CLIENT),
                                List.of(plan, reader(), site),
                                List.of(),
                                outputs));
    }

    private TemplateResource plan() {
        return blueprint.made(
                "plan",
                new PlanResource(
                        blueprint.clients(),
                        place.environmentItself(PlanResource.TYPE).at(there())));
    }

    private TemplateResource reader() {
        Expression role = Expression.text(RoleDefinition.READER.id());
        return PullPart.assignment(
                blueprint,
                new RoleAssignmentResource(
                        blueprint.clients(),
                        place.group(),
                        "right to read",
                        blueprint.placeholder(PullPart.definition(role)),
                        blueprint.placeholder(OWN_PRINCIPAL.value()),
                        place.environment().origin()),
                new Expression.Call("resourceGroup", List.of(), List.of("id")),
                OWN_PRINCIPAL.value(),
                role);
    }

    private TemplateResource site(TemplateResource plan) {
        DashboardSiteResource wanted = new DashboardSiteResource(
                blueprint.clients(),
                place.dashboardSite().at(there()),
                place.environment().name(),
                blueprint.placeholder(plan.id()),
                blueprint.placeholder(OWN_ID.value()),
                blueprint.placeholder(OWN_CLIENT.value()),
                blueprint.placeholder(SENDER.value()));
        return blueprint.made("dashboard", wanted, SITE_NAME.value(), wanted.desired());
    }

    private String there() {
        return blueprint.placeholder(REGION.value());
    }

    private static List<Output> outputs(TemplateResource plan) {
        return List.of(new Output("name", new Expression.Name(plan)), new Output("planId", plan.id()));
    }
}
