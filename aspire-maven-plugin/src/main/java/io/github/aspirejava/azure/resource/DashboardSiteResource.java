package io.github.aspirejava.azure.resource;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.appservice.fluent.WebAppsClient;
import com.azure.resourcemanager.appservice.fluent.models.SiteConfigInner;
import com.azure.resourcemanager.appservice.fluent.models.SiteInner;
import com.azure.resourcemanager.appservice.models.ManagedServiceIdentity;
import com.azure.resourcemanager.appservice.models.ManagedServiceIdentityType;
import com.azure.resourcemanager.appservice.models.NameValuePair;
import com.azure.resourcemanager.appservice.models.UserAssignedIdentity;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The Aspire dashboard as a site of App Service, which has a special image for it. It is the same site that Aspire
 * creates.
 *
 * @param environment the environment's name in the model
 * @param plan the plan that it runs on
 * @param identityId the id of the identity that it acts as
 * @param identityClientId the client id by which the same identity requests tokens
 * @param senderClientId the client id of the services' identity, which may send it telemetry: the one that pulls their
 *     images
 */
public record DashboardSiteResource(
        ArmClients clients,
        Placement placement,
        String environment,
        String plan,
        String identityId,
        String identityClientId,
        String senderClientId)
        implements ArmResource<SiteInner> {
    /** The resource type. */
    public static final String TYPE = "Microsoft.Web/sites";

    @Override
    public ArmId id() {
        return placement.id();
    }

    @Override
    public String title() {
        return "Aspire dashboard %s".formatted(id().name());
    }

    @Override
    public Origin origin() {
        return placement.origin();
    }

    @Override
    public SiteInner desired() {
        return new SiteInner()
                .withLocation(placement.location())
                .withTags(placement.tags())
                .withKind("app,linux,aspiredashboard")
                .withIdentity(new ManagedServiceIdentity()
                        .withType(ManagedServiceIdentityType.USER_ASSIGNED)
                        .withUserAssignedIdentities(Map.of(identityId, new UserAssignedIdentity())))
                .withServerFarmId(plan)
                .withSiteConfig(new SiteConfigInner()
                        .withNumberOfWorkers(1)
                        .withLinuxFxVersion("ASPIREDASHBOARD|1.0")
                        .withAcrUseManagedIdentityCreds(true)
                        .withAcrUserManagedIdentityId(senderClientId)
                        .withAppSettings(settings())
                        .withAlwaysOn(true)
                        .withHttp20Enabled(true)
                        .withHttp20ProxyFlag(1));
    }

    /** Returns the app settings. App Service authenticates callers itself, so the dashboard need not. */
    private List<NameValuePair> settings() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "DASHBOARD__FRONTEND__AUTHMODE", "Unsecured",
                "DASHBOARD__OTLP__AUTHMODE", "Unsecured",
                "DASHBOARD__OTLP__SUPPRESSUNSECUREDTELEMETRYMESSAGE", "true",
                "DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE", "Unsecured",
                "DASHBOARD__UI__DISABLEIMPORT", "true",
                "WEBSITES_PORT", "5000",
                "HTTP20_ONLY_PORT", "4317",
                "WEBSITE_START_SCM_WITH_PRELOAD", "true"));
        settings.put("AZURE_CLIENT_ID", identityClientId);
        settings.put("ALLOWED_MANAGED_IDENTITIES", senderClientId);
        settings.put("ASPIRE_ENVIRONMENT_NAME", environment);
        return settings.entrySet().stream()
                .map(setting -> new NameValuePair().withName(setting.getKey()).withValue(setting.getValue()))
                .toList();
    }

    /**
     * Returns the write-only paths. App Service returns a site's settings only to callers that may change them, and
     * writes the rest in its own way.
     */
    @Override
    public Set<String> writeOnly() {
        return Set.of(
                "kind",
                "identity.userAssignedIdentities",
                "properties.siteConfig.appSettings",
                "properties.siteConfig.acrUserManagedIdentityID",
                "properties.siteConfig.http20ProxyFlag");
    }

    @Override
    public SiteInner get(Context context) {
        return client().getByResourceGroupWithResponse(id().resourceGroup(), id().name(), context)
                .getValue();
    }

    @Override
    public Write<SiteInner> put(SiteInner body, Context context) {
        return new Write.Running<>(client().beginCreateOrUpdate(id().resourceGroup(), id().name(), body, context));
    }

    @Override
    public SiteInner read(JsonReader json) throws IOException {
        return SiteInner.fromJson(json);
    }

    @Override
    public Optional<String> state(SiteInner live) {
        return Optional.empty();
    }

    private WebAppsClient client() {
        return AppServiceClients.of(clients, id().subscription()).getWebApps();
    }
}
