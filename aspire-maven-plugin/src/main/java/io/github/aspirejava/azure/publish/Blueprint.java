package io.github.aspirejava.azure.publish;

import com.azure.json.JsonSerializable;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.ResourceBody;
import io.github.aspirejava.azure.arm.Timing;
import io.github.aspirejava.azure.resource.ContainerAppsDashboardResource;
import io.github.aspirejava.azure.resource.ContainerAppsResource;
import io.github.aspirejava.azure.resource.DashboardSiteResource;
import io.github.aspirejava.azure.resource.IdentityResource;
import io.github.aspirejava.azure.resource.LogsResource;
import io.github.aspirejava.azure.resource.PlanResource;
import io.github.aspirejava.azure.resource.PurgeTask;
import io.github.aspirejava.azure.resource.RegistryResource;
import io.github.aspirejava.azure.resource.RoleAssignmentResource;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.azure.template.Expression;
import io.github.aspirejava.azure.template.Placeholders;
import io.github.aspirejava.azure.template.TemplateResource;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * The inputs of all templates of a model: the bodies of provisioning, with clients that cannot send them.
 *
 * @param clients the clients that create bodies; every request through them fails
 */
record Blueprint(AzureOptions options, ArmClients clients, Placeholders placeholders) {
    /** The API versions of the bodies: those that the SDK sends. */
    private static final Map<String, String> VERSIONS = Map.ofEntries(
            Map.entry(ArmId.GROUP, "2025-04-01"),
            Map.entry(RegistryResource.TYPE, "2025-11-01"),
            Map.entry(RegistryResource.TYPE + "/" + PurgeTask.TYPE, "2019-06-01-preview"),
            Map.entry(IdentityResource.TYPE, "2024-11-30"),
            Map.entry(LogsResource.TYPE, "2022-10-01"),
            Map.entry(ContainerAppsResource.TYPE, "2025-01-01"),
            Map.entry(
                    ContainerAppsResource.TYPE + "/" + ContainerAppsDashboardResource.TYPE,
                    ContainerAppsDashboardResource.API_VERSION),
            Map.entry(PlanResource.TYPE, "2025-03-01"),
            Map.entry(DashboardSiteResource.TYPE, "2025-03-01"),
            Map.entry(RoleAssignmentResource.TYPE, "2022-04-01"));

    static Blueprint of(AzureOptions options) {
        ArmClients nobody = new ArmClients(
                options,
                request -> Mono.error(new IllegalStateException("Nobody is logged in")),
                request -> Mono.error(new IllegalStateException("Nothing is sent")),
                Timing.DEFAULT);
        return new Blueprint(options, nobody, new Placeholders());
    }

    /** Returns a resource that the template creates, under its name in Azure. */
    TemplateResource made(String symbol, ArmResource<?> resource) {
        return made(symbol, resource, Expression.text(resource.id().name()), resource.desired());
    }

    TemplateResource made(String symbol, ArmResource<?> resource, Expression name, JsonSerializable<?> body) {
        JsonNode properties = ResourceBody.of(body);
        return TemplateResource.of(
                symbol, resource.id().type(), version(resource.id().type()), name, placeholders.resolve(properties));
    }

    /** Returns a resource that already exists. */
    static TemplateResource existing(String symbol, String type, Expression name) {
        return TemplateResource.existing(symbol, type, version(type), name);
    }

    /** Returns a placeholder for an expression in a body. */
    String placeholder(Expression expression) {
        return placeholders.of(expression);
    }

    private static String version(String type) {
        String version = VERSIONS.get(type);
        if (version == null) {
            throw new IllegalStateException("No version is known of " + type);
        }
        return version;
    }
}
