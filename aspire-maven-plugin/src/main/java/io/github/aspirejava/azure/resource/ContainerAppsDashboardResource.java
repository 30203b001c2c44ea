package io.github.aspirejava.azure.resource;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.resources.fluent.ResourcesClient;
import com.azure.resourcemanager.resources.fluent.models.GenericResourceInner;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The Aspire dashboard as a component of a Container Apps environment. Components are a preview feature of the service
 * that the SDK has no class for.
 */
public record ContainerAppsDashboardResource(ArmClients clients, ArmId environment, Origin origin)
        implements ArmResource<GenericResourceInner> {
    /** The resource type, below that of environments. */
    public static final String TYPE = "dotNetComponents";

    /** The API version that supports such components. */
    public static final String API_VERSION = "2025-10-02-preview";

    private static final String NAME = "aspire-dashboard";

    @Override
    public ArmId id() {
        return environment.child(TYPE, NAME);
    }

    @Override
    public String title() {
        return "Aspire dashboard of the environment %s".formatted(environment.name());
    }

    @Override
    public GenericResourceInner desired() {
        return new GenericResourceInner().withProperties(Map.of("componentType", "AspireDashboard"));
    }

    @Override
    public GenericResourceInner get(Context context) {
        return client().getByIdWithResponse(path(), API_VERSION, context).getValue();
    }

    @Override
    public Write<GenericResourceInner> put(GenericResourceInner body, Context context) {
        return new Write.Running<>(client().beginCreateOrUpdateById(path(), API_VERSION, body, context));
    }

    @Override
    public GenericResourceInner read(JsonReader json) throws IOException {
        return GenericResourceInner.fromJson(json);
    }

    @Override
    public Optional<String> state(GenericResourceInner live) {
        return live.properties() instanceof Map<?, ?> properties
                ? Optional.ofNullable(properties.get("provisioningState")).map(Object::toString)
                : Optional.empty();
    }

    /** Returns the path without its leading slash, which the client adds. */
    private String path() {
        return id().path().substring(1);
    }

    private ResourcesClient client() {
        return clients.resources(environment.subscription()).getResources();
    }
}
