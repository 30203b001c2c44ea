package io.github.aspirejava.azure.resource;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.loganalytics.LogAnalyticsManager;
import com.azure.resourcemanager.loganalytics.fluent.OperationalInsightsManagementClient;
import com.azure.resourcemanager.loganalytics.fluent.models.WorkspaceInner;
import com.azure.resourcemanager.loganalytics.models.WorkspaceSku;
import com.azure.resourcemanager.loganalytics.models.WorkspaceSkuNameEnum;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** A Log Analytics workspace that is billed by ingestion. */
public record LogsResource(ArmClients clients, Placement placement) implements ArmResource<WorkspaceInner> {
    /** The resource type. */
    public static final String TYPE = "Microsoft.OperationalInsights/workspaces";

    /** The retention that is included in the price. */
    private static final int RETENTION_DAYS = 30;

    @Override
    public ArmId id() {
        return placement.id();
    }

    @Override
    public String title() {
        return "log workspace %s".formatted(id().name());
    }

    @Override
    public Origin origin() {
        return placement.origin();
    }

    @Override
    public WorkspaceInner desired() {
        return new WorkspaceInner()
                .withLocation(placement.location())
                .withTags(placement.tags())
                .withSku(new WorkspaceSku().withName(WorkspaceSkuNameEnum.PER_GB2018))
                .withRetentionInDays(RETENTION_DAYS);
    }

    /** Returns the retention's path: a longer retention costs money, so it was set on purpose, and is kept. */
    @Override
    public Set<String> onlyAtCreation() {
        return Set.of("properties.retentionInDays");
    }

    @Override
    public WorkspaceInner get(Context context) {
        return client(clients, id())
                .getWorkspaces()
                .getByResourceGroupWithResponse(id().resourceGroup(), id().name(), context)
                .getValue();
    }

    @Override
    public Write<WorkspaceInner> put(WorkspaceInner body, Context context) {
        return new Write.Running<>(client(clients, id())
                .getWorkspaces()
                .beginCreateOrUpdate(id().resourceGroup(), id().name(), body, context));
    }

    /** Returns the key of a workspace, which authorizes an environment to send it logs. */
    static String sharedKey(ArmClients clients, ArmId workspace, Context context) {
        return client(clients, workspace)
                .getSharedKeysOperations()
                .getSharedKeysWithResponse(workspace.resourceGroup(), workspace.name(), context)
                .getValue()
                .primarySharedKey();
    }

    @Override
    public WorkspaceInner read(JsonReader json) throws IOException {
        return WorkspaceInner.fromJson(json);
    }

    @Override
    public Optional<String> state(WorkspaceInner live) {
        return Optional.ofNullable(live.provisioningState()).map(Object::toString);
    }

    private static OperationalInsightsManagementClient client(ArmClients clients, ArmId id) {
        return clients.manager(LogAnalyticsManager.class, id.subscription(), LogAnalyticsManager::authenticate)
                .serviceClient();
    }
}
