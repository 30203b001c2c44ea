package io.github.aspirejava.azure.resource;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.resources.fluent.ResourceGroupsClient;
import com.azure.resourcemanager.resources.fluent.models.ResourceGroupInner;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import io.github.aspirejava.azure.settings.AzureOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** A resource group. An existing one is used unchanged. */
public record GroupResource(ArmClients clients, AzureOptions options, ArmId id, String location, Origin origin)
        implements ArmResource<ResourceGroupInner> {
    @Override
    public String title() {
        return "resource group %s".formatted(id.name());
    }

    @Override
    public ResourceGroupInner desired() {
        return new ResourceGroupInner().withLocation(location).withTags(Tags.of(options));
    }

    @Override
    public Set<String> onlyAtCreation() {
        return Set.of("location", "tags");
    }

    @Override
    public ResourceGroupInner get(Context context) {
        return client().getWithResponse(id.name(), context).getValue();
    }

    @Override
    public Write<ResourceGroupInner> put(ResourceGroupInner body, Context context) {
        return new Write.Done<>(
                client().createOrUpdateWithResponse(id.name(), body, context).getValue());
    }

    @Override
    public ResourceGroupInner read(JsonReader json) throws IOException {
        return ResourceGroupInner.fromJson(json);
    }

    @Override
    public Optional<String> state(ResourceGroupInner live) {
        return Optional.empty();
    }

    private ResourceGroupsClient client() {
        return clients.resources(id.subscription()).getResourceGroups();
    }
}
