package io.github.aspirejava.app;

import io.github.aspirejava.app.AzureContainerRegistry.Sku;

/** What not every registry in Azure can do. See "Azure Container Registry SKU features and limits". */
public enum RegistryFeature {
    /** Its data is kept in several zones of its location. */
    ZONE_REDUNDANCY("zoneRedundant", Sku.PREMIUM),
    /** Images without a tag are deleted after some days. */
    RETENTION("retentionDays", Sku.PREMIUM),
    /** Only private networks reach it. */
    NO_PUBLIC_ACCESS("publicAccess", Sku.PREMIUM),
    /** Anybody may pull. */
    ANONYMOUS_PULL("anonymousPull", Sku.STANDARD);

    private final String element;
    private final Sku least;

    RegistryFeature(String element, Sku least) {
        this.element = element;
        this.least = least;
    }

    /** The element that asks for it. */
    public String element() {
        return element;
    }

    /** The least SKU that has it. */
    public Sku least() {
        return least;
    }
}
