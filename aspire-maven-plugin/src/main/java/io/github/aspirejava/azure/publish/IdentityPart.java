package io.github.aspirejava.azure.publish;

import io.github.aspirejava.azure.resource.EnvironmentPlace;
import io.github.aspirejava.azure.resource.IdentityResource;
import io.github.aspirejava.azure.resource.Placement;
import io.github.aspirejava.azure.template.Expression;
import io.github.aspirejava.azure.template.Template;
import io.github.aspirejava.azure.template.Template.Output;
import io.github.aspirejava.azure.template.TemplateModule;
import io.github.aspirejava.azure.template.TemplateParameter;
import io.github.aspirejava.azure.template.TemplateResource;
import java.util.List;
import java.util.Map;

/** Identities in the templates. */
final class IdentityPart {
    static final String ID = "id";
    static final String PRINCIPAL_ID = "principalId";
    static final String CLIENT_ID = "clientId";

    private IdentityPart() {}

    /** Returns the identity that pulls the services' images. */
    static TemplateModule of(EnvironmentPlace place, Blueprint blueprint, ResourceGroups groups, Expression location) {
        ResourceGroups.Place group = groups.made(place.ownGroup(), location);
        return of(Part.of(place.environment().name(), "identity"), place.identity(), blueprint, group, location);
    }

    /** Returns the identity of the App Service dashboard. */
    static TemplateModule ofDashboard(
            EnvironmentPlace place, Blueprint blueprint, ResourceGroups groups, Expression location) {
        ResourceGroups.Place group = groups.made(place.group(), location);
        Part part = Part.of(place.environment().name(), "dashboard", "identity");
        return of(part, place.dashboardIdentity(), blueprint, group, location);
    }

    private static TemplateModule of(
            Part part, Placement placement, Blueprint blueprint, ResourceGroups.Place group, Expression location) {
        TemplateParameter region = TemplateParameter.required("location", "The region");
        TemplateResource identity = blueprint.made(
                "identity",
                new IdentityResource(blueprint.clients(), placement.at(blueprint.placeholder(region.value()))));
        Template template = new Template(
                false,
                List.of(region),
                List.of(identity),
                List.of(),
                List.of(
                        new Output(ID, identity.id()),
                        new Output(PRINCIPAL_ID, identity.property(PRINCIPAL_ID)),
                        new Output(CLIENT_ID, identity.property(CLIENT_ID))));
        return part.module(group, Map.of("location", location), template);
    }
}
