package io.github.aspirejava.azure.resource;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.msi.MsiManager;
import com.azure.resourcemanager.msi.fluent.UserAssignedIdentitiesClient;
import com.azure.resourcemanager.msi.fluent.models.IdentityInner;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import java.io.IOException;
import java.util.Optional;

/**
 * A managed identity of services. It is a resource of its own, so that it can be granted rights before a service
 * exists.
 */
public record IdentityResource(ArmClients clients, Placement placement) implements ArmResource<IdentityInner> {
    /** The resource type. */
    public static final String TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities";

    @Override
    public ArmId id() {
        return placement.id();
    }

    @Override
    public String title() {
        return "identity %s".formatted(id().name());
    }

    @Override
    public Origin origin() {
        return placement.origin();
    }

    @Override
    public IdentityInner desired() {
        return new IdentityInner().withLocation(placement.location()).withTags(placement.tags());
    }

    @Override
    public IdentityInner get(Context context) {
        return client().getByResourceGroupWithResponse(id().resourceGroup(), id().name(), context)
                .getValue();
    }

    @Override
    public Write<IdentityInner> put(IdentityInner body, Context context) {
        return new Write.Done<>(client().createOrUpdateWithResponse(id().resourceGroup(), id().name(), body, context)
                .getValue());
    }

    @Override
    public IdentityInner read(JsonReader json) throws IOException {
        return IdentityInner.fromJson(json);
    }

    @Override
    public Optional<String> state(IdentityInner live) {
        return Optional.empty();
    }

    private UserAssignedIdentitiesClient client() {
        return clients.manager(MsiManager.class, id().subscription(), MsiManager::authenticate)
                .serviceClient()
                .getUserAssignedIdentities();
    }
}
