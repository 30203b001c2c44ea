package io.github.aspirejava.azure.publish;

import io.github.aspirejava.azure.environment.EnvironmentPlace;
import io.github.aspirejava.azure.environment.IdentityResource;
import io.github.aspirejava.azure.template.Expression;
import io.github.aspirejava.azure.template.Template;
import io.github.aspirejava.azure.template.Template.Output;
import io.github.aspirejava.azure.template.TemplateModule;
import io.github.aspirejava.azure.template.TemplateParameter;
import io.github.aspirejava.azure.template.TemplateResource;
import java.util.List;
import java.util.Map;

/** The identity that an environment's services are pulled with, in the templates. */
final class IdentityPart {
    static final String ID = "id";
    static final String PRINCIPAL_ID = "principalId";
    static final String CLIENT_ID = "clientId";

    private IdentityPart() {}

    static TemplateModule of(EnvironmentPlace place, Blueprint blueprint, Groups groups, Expression location) {
        TemplateParameter region = TemplateParameter.required("location", "The region");
        TemplateResource identity = blueprint.made(
                "identity",
                new IdentityResource(blueprint.clients(), place.identity().at(blueprint.placeholder(region.value()))));
        Template template = new Template(
                false,
                List.of(region),
                List.of(identity),
                List.of(),
                List.of(
                        new Output(ID, identity.id()),
                        new Output(PRINCIPAL_ID, identity.property(PRINCIPAL_ID)),
                        new Output(CLIENT_ID, identity.property(CLIENT_ID))));
        return Part.of(place.environment().name(), "identity")
                .module(groups.made(place.ownGroup(), location), Map.of("location", location), template);
    }
}
