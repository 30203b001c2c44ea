package io.github.aspirejava.azure.arm;

import java.util.Locale;

/**
 * The id of a resource: its path in Azure Resource Manager. Ids are equal without regard to case.
 *
 * @param type the namespace and type, such as {@code Microsoft.ContainerRegistry/registries}
 * @param path begins with a slash
 */
public record ArmId(String subscription, String resourceGroup, String type, String name, String path) {
    /** The type of a resource group. */
    public static final String GROUP = "Microsoft.Resources/resourceGroups";

    /** Of a subscription; it is in no group. */
    public static ArmId subscription(String subscription) {
        return new ArmId(
                subscription,
                "",
                "Microsoft.Resources/subscriptions",
                subscription,
                "/subscriptions/%s".formatted(subscription));
    }

    /** What roles are granted on for it: its resource group, or the subscription itself. */
    public String scope() {
        return resourceGroup.isEmpty()
                ? path
                : group(subscription, resourceGroup).path();
    }

    /** Of a resource group. */
    public static ArmId group(String subscription, String resourceGroup) {
        return new ArmId(
                subscription,
                resourceGroup,
                GROUP,
                resourceGroup,
                "/subscriptions/%s/resourceGroups/%s".formatted(subscription, resourceGroup));
    }

    /** Of a resource in this group. */
    public ArmId resource(String type, String name) {
        return new ArmId(
                subscription,
                resourceGroup,
                type,
                name,
                "/subscriptions/%s/resourceGroups/%s/providers/%s/%s"
                        .formatted(subscription, resourceGroup, type, name));
    }

    /** Of a resource that is part of this one. */
    public ArmId child(String type, String name) {
        return new ArmId(
                subscription, resourceGroup, this.type + "/" + type, name, "%s/%s/%s".formatted(path, type, name));
    }

    /** Of a resource that says something about this one, such as who may do what with it. */
    public ArmId extension(String type, String name) {
        return new ArmId(subscription, resourceGroup, type, name, "%s/providers/%s/%s".formatted(path, type, name));
    }

    /** The resource provider, such as {@code Microsoft.ContainerRegistry}. */
    public String namespace() {
        return type.substring(0, type.indexOf('/'));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArmId that && path.equalsIgnoreCase(that.path);
    }

    @Override
    public int hashCode() {
        return path.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
