package io.github.aspirejava.azure.resource;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.appservice.fluent.AppServicePlansClient;
import com.azure.resourcemanager.appservice.fluent.models.AppServicePlanInner;
import com.azure.resourcemanager.appservice.models.SkuDescription;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** An App Service plan: the Linux machines that services share. It is the same plan that Aspire creates. */
public record PlanResource(ArmClients clients, Placement placement) implements ArmResource<AppServicePlanInner> {
    /** The resource type. */
    public static final String TYPE = "Microsoft.Web/serverfarms";

    @Override
    public ArmId id() {
        return placement.id();
    }

    @Override
    public String title() {
        return "App Service plan %s".formatted(id().name());
    }

    @Override
    public Origin origin() {
        return placement.origin();
    }

    @Override
    public AppServicePlanInner desired() {
        return new AppServicePlanInner()
                .withLocation(placement.location())
                .withTags(placement.tags())
                .withKind("Linux")
                .withSku(new SkuDescription().withName("P0V3").withTier("Premium"))
                .withReserved(true)
                .withPerSiteScaling(true);
    }

    /**
     * Returns the paths of the scale: a later change is made on purpose, and is kept; besides, App Service writes these
     * properties in its own way.
     */
    @Override
    public Set<String> onlyAtCreation() {
        return Set.of("sku", "kind");
    }

    @Override
    public AppServicePlanInner get(Context context) {
        return client().getByResourceGroupWithResponse(id().resourceGroup(), id().name(), context)
                .getValue();
    }

    @Override
    public Write<AppServicePlanInner> put(AppServicePlanInner body, Context context) {
        return new Write.Running<>(client().beginCreateOrUpdate(id().resourceGroup(), id().name(), body, context));
    }

    @Override
    public AppServicePlanInner read(JsonReader json) throws IOException {
        return AppServicePlanInner.fromJson(json);
    }

    @Override
    public Optional<String> state(AppServicePlanInner live) {
        return Optional.ofNullable(live.provisioningState()).map(Object::toString);
    }

    private AppServicePlansClient client() {
        return AppServiceClients.of(clients, id().subscription()).getAppServicePlans();
    }
}
