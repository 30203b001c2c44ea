package io.github.aspirejava.azure.resource;

import com.azure.resourcemanager.containerregistry.fluent.models.RegistryInner;
import com.azure.resourcemanager.containerregistry.models.Policies;
import com.azure.resourcemanager.containerregistry.models.PolicyStatus;
import com.azure.resourcemanager.containerregistry.models.PublicNetworkAccess;
import com.azure.resourcemanager.containerregistry.models.RetentionPolicy;
import com.azure.resourcemanager.containerregistry.models.ZoneRedundancy;
import io.github.aspirejava.app.RegistryFeature;
import io.github.aspirejava.app.RegistryFeatures;

/**
 * The features of a registry, as Azure's properties. A feature that the model does not set keeps its value in Azure.
 */
final class RegistryPolicies {
    private RegistryPolicies() {}

    static RegistryInner ask(RegistryInner registry, RegistryFeatures features) {
        if (features.has(RegistryFeature.ZONE_REDUNDANCY)) {
            registry.withZoneRedundancy(ZoneRedundancy.ENABLED);
        }
        if (features.has(RegistryFeature.NO_PUBLIC_ACCESS)) {
            registry.withPublicNetworkAccess(PublicNetworkAccess.DISABLED);
        }
        if (features.has(RegistryFeature.ANONYMOUS_PULL)) {
            registry.withAnonymousPullEnabled(true);
        }
        features.retentionDays()
                .ifPresent(days -> registry.withPolicies(new Policies()
                        .withRetentionPolicy(new RetentionPolicy()
                                .withStatus(PolicyStatus.ENABLED)
                                .withDays(days))));
        return registry;
    }
}
