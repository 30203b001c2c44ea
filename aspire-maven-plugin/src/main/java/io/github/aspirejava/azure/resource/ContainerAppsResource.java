package io.github.aspirejava.azure.resource;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.appcontainers.ContainerAppsApiManager;
import com.azure.resourcemanager.appcontainers.fluent.ManagedEnvironmentsClient;
import com.azure.resourcemanager.appcontainers.fluent.models.ManagedEnvironmentInner;
import com.azure.resourcemanager.appcontainers.models.AppLogsConfiguration;
import com.azure.resourcemanager.appcontainers.models.LogAnalyticsConfiguration;
import com.azure.resourcemanager.appcontainers.models.WorkloadProfile;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An environment of Container Apps that is paid for by what its services consume.
 *
 * @param logs where its logs go
 * @param customerId what the workspace is called by those who send it logs; empty as long as there is no workspace
 */
public record ContainerAppsResource(ArmClients clients, Placement placement, ArmId logs, String customerId)
        implements ArmResource<ManagedEnvironmentInner> {
    /** As Azure calls it. */
    public static final String TYPE = "Microsoft.App/managedEnvironments";

    /** One that is there already, and only looked at. */
    public static ContainerAppsResource existing(ArmClients clients, Placement placement) {
        return new ContainerAppsResource(clients, placement, placement.id(), "");
    }

    @Override
    public ArmId id() {
        return placement.id();
    }

    @Override
    public String title() {
        return "Container Apps environment %s".formatted(id().name());
    }

    @Override
    public Origin origin() {
        return placement.origin();
    }

    /** Without the workspace's key: it is asked for when the environment is written, and never compared or told. */
    @Override
    public ManagedEnvironmentInner desired() {
        return new ManagedEnvironmentInner()
                .withLocation(placement.location())
                .withTags(placement.tags())
                .withAppLogsConfiguration(new AppLogsConfiguration()
                        .withDestination("log-analytics")
                        .withLogAnalyticsConfiguration(new LogAnalyticsConfiguration().withCustomerId(customerId)))
                .withWorkloadProfiles(
                        List.of(new WorkloadProfile().withName("consumption").withWorkloadProfileType("Consumption")));
    }

    /** A body with the key of the workspace. */
    public static ManagedEnvironmentInner withKey(ManagedEnvironmentInner body, String sharedKey) {
        body.appLogsConfiguration().logAnalyticsConfiguration().withSharedKey(sharedKey);
        return body;
    }

    @Override
    public ManagedEnvironmentInner get(Context context) {
        return client().getByResourceGroupWithResponse(id().resourceGroup(), id().name(), context)
                .getValue();
    }

    @Override
    public Write<ManagedEnvironmentInner> put(ManagedEnvironmentInner body, Context context) {
        return new Write.Running<>(client().beginCreateOrUpdate(
                        id().resourceGroup(),
                        id().name(),
                        withKey(body, LogsResource.sharedKey(clients, logs, context)),
                        context));
    }

    @Override
    public ManagedEnvironmentInner read(JsonReader json) throws IOException {
        return ManagedEnvironmentInner.fromJson(json);
    }

    @Override
    public Optional<String> state(ManagedEnvironmentInner live) {
        return Optional.ofNullable(live.provisioningState()).map(Object::toString);
    }

    private ManagedEnvironmentsClient client() {
        return clients.manager(
                        ContainerAppsApiManager.class, id().subscription(), ContainerAppsApiManager::authenticate)
                .serviceClient()
                .getManagedEnvironments();
    }
}
