package io.github.aspirejava.app;

import io.github.aspirejava.app.AzureContainerRegistry.Sku;

/**
 * A feature that not every SKU of Azure Container Registry supports. See "Azure Container Registry SKU features and
 * limits".
 */
public enum RegistryFeature {
    /** Zone redundancy: data is stored in several availability zones of the region. */
    ZONE_REDUNDANCY("zoneRedundant", Sku.PREMIUM),
    /** Retention policy: untagged images are deleted after a number of days. */
    RETENTION("retentionDays", Sku.PREMIUM),
    /** Public network access is disabled: only private networks reach the registry. */
    NO_PUBLIC_ACCESS("publicAccess", Sku.PREMIUM),
    /** Anonymous pulls are allowed. */
    ANONYMOUS_PULL("anonymousPull", Sku.STANDARD);

    private final String element;
    private final Sku least;

    RegistryFeature(String element, Sku least) {
        this.element = element;
        this.least = least;
    }

    /** Returns the element that requests the feature. */
    public String element() {
        return element;
    }

    /** Returns the lowest SKU that supports the feature. */
    public Sku least() {
        return least;
    }
}
