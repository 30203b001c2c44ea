package io.github.aspirejava.azure.resource;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.containerregistry.fluent.RegistriesClient;
import com.azure.resourcemanager.containerregistry.fluent.models.RegistryInner;
import com.azure.resourcemanager.containerregistry.models.RoleAssignmentMode;
import com.azure.resourcemanager.containerregistry.models.Sku;
import com.azure.resourcemanager.containerregistry.models.SkuName;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import io.github.aspirejava.azure.settings.AzureOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** A container registry. Its admin user is off: images are pushed and pulled by Entra identities. */
public record RegistryResource(
        ArmClients clients, AzureOptions options, ArmId id, String location, AzureContainerRegistry registry)
        implements ArmResource<RegistryInner> {
    /** The resource type. */
    public static final String TYPE = "Microsoft.ContainerRegistry/registries";

    /** The longest name that a registry may have. */
    static final int LONGEST_NAME = 50;

    @Override
    public String title() {
        return "container registry %s".formatted(id.name());
    }

    @Override
    public Origin origin() {
        return registry.origin();
    }

    @Override
    public RegistryInner desired() {
        RegistryInner body = new RegistryInner()
                .withLocation(location)
                .withTags(Tags.of(options, registry.name()))
                .withSku(new Sku().withName(sku()))
                .withAdminUserEnabled(false)
                .withRoleAssignmentMode(RoleAssignmentMode.LEGACY_REGISTRY_PERMISSIONS);
        return RegistryPolicies.ask(body, registry.features());
    }

    private SkuName sku() {
        return switch (registry.sku()) {
            case BASIC -> SkuName.BASIC;
            case STANDARD -> SkuName.STANDARD;
            case PREMIUM -> SkuName.PREMIUM;
        };
    }

    /**
     * Returns the path of the role assignment mode: a later change to repository permissions implies other role
     * assignments, so it is kept.
     */
    @Override
    public Set<String> onlyAtCreation() {
        return Set.of("properties.roleAssignmentMode");
    }

    @Override
    public RegistryInner get(Context context) {
        return client().getByResourceGroupWithResponse(id.resourceGroup(), id.name(), context)
                .getValue();
    }

    @Override
    public Write<RegistryInner> put(RegistryInner body, Context context) {
        return new Write.Running<>(client().beginCreate(id.resourceGroup(), id.name(), body, context));
    }

    @Override
    public RegistryInner read(JsonReader json) throws IOException {
        return RegistryInner.fromJson(json);
    }

    @Override
    public Optional<String> state(RegistryInner live) {
        return Optional.ofNullable(live.provisioningState()).map(Object::toString);
    }

    @Override
    public String renaming() {
        return "write another <registryName>, or if it is yours its <resourceGroup> and <existing>true</existing>";
    }

    private RegistriesClient client() {
        return clients.registries(id.subscription()).getRegistries();
    }
}
