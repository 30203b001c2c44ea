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
 * A Container Apps environment that is billed by the consumption of its services.
 *
 * @param logs the workspace of its logs
 * @param customerId the workspace's id for senders of logs; empty until the workspace exists
 */
public record ContainerAppsResource(ArmClients clients, Placement placement, ArmId logs, String customerId)
        implements ArmResource<ManagedEnvironmentInner> {
    /** The resource type. */
    public static final String TYPE = "Microsoft.App/managedEnvironments";

    /** Returns an existing environment, which is only read. */
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

    /**
     * Returns the body without the workspace's key, which is requested when the environment is written, and never
     * compared or logged.
     */
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

    /** Returns a body with the key of the workspace. */
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
