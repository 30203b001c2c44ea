package io.github.aspirejava.azure.publish;

import io.github.aspirejava.app.AzureEnvironment;
import io.github.aspirejava.azure.resource.RegistryPlace;
import io.github.aspirejava.azure.resource.RegistryResource;
import io.github.aspirejava.azure.resource.RoleAssignmentResource;
import io.github.aspirejava.azure.resource.RoleDefinition;
import io.github.aspirejava.azure.template.Expression;
import io.github.aspirejava.azure.template.Template;
import io.github.aspirejava.azure.template.TemplateModule;
import io.github.aspirejava.azure.template.TemplateParameter;
import io.github.aspirejava.azure.template.TemplateResource;
import java.util.List;
import java.util.Map;

/**
 * The right of an environment's identity to pull from a registry, in the templates: deployed to the registry's resource
 * group.
 */
final class PullPart {
    private PullPart() {}

    static TemplateModule of(
            AzureEnvironment environment, TemplateModule identity, RegistryPart registry, Blueprint blueprint) {
        TemplateParameter name = TemplateParameter.required("registryName", "The name of the registry");
        TemplateParameter principalId =
                TemplateParameter.required("principalId", "The identity that pulls, as Entra calls it");
        TemplateParameter role = TemplateParameter.required("role", "The role that allows to pull");
        TemplateResource target = Blueprint.existing("registry", RegistryResource.TYPE, name.value());
        Template template = new Template(
                false,
                List.of(name, principalId, role),
                List.of(
                        target,
                        assignment(
                                        blueprint,
                                        new RoleAssignmentResource(
                                                blueprint.clients(),
                                                RegistryPlace.of(blueprint.options(), registry.registry()),
                                                "right to pull",
                                                blueprint.placeholder(definition(role.value())),
                                                blueprint.placeholder(principalId.value()),
                                                environment.origin()),
                                        target.id(),
                                        principalId.value(),
                                        role.value())
                                .on(target)),
                List.of(),
                List.of());
        Map<String, Expression> arguments = Part.arguments(
                Map.entry("registryName", registry.module().output(RegistryPart.NAME)),
                Map.entry("principalId", identity.output(IdentityPart.PRINCIPAL_ID)),
                Map.entry("role", registry.pullRole()));
        return Part.of(environment.name(), "pull", registry.registry().name())
                .module(registry.group(), arguments, template);
    }

    /** Returns an assignment under the name that provisioning gives it. */
    static TemplateResource assignment(
            Blueprint blueprint,
            RoleAssignmentResource resource,
            Expression scope,
            Expression principal,
            Expression role) {
        return blueprint.made(
                "assignment",
                resource,
                Expression.call("guid", scope, principal, definition(role)),
                resource.desired());
    }

    /** Returns the id of a role definition, by the role's name. */
    static Expression definition(Expression role) {
        return Expression.call("subscriptionResourceId", Expression.text(RoleDefinition.TYPE), role);
    }
}
