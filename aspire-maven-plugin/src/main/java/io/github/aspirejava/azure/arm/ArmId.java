package io.github.aspirejava.azure.arm;

import java.util.Locale;

/**
 * The id of a resource: its path in Azure Resource Manager. Ids are compared without regard to case.
 *
 * @param type the namespace and type, such as {@code Microsoft.ContainerRegistry/registries}
 * @param path the path, with a leading slash
 */
public record ArmId(String subscription, String resourceGroup, String type, String name, String path) {
    /** The type of a resource group. */
    public static final String GROUP = "Microsoft.Resources/resourceGroups";

    /** Returns the id of a subscription, which is in no resource group. */
    public static ArmId subscription(String subscription) {
        return new ArmId(
                subscription,
                "",
                "Microsoft.Resources/subscriptions",
                subscription,
                "/subscriptions/%s".formatted(subscription));
    }

    /** Returns the scope of role assignments for it: its resource group, or the subscription itself. */
    public String scope() {
        return resourceGroup.isEmpty()
                ? path
                : group(subscription, resourceGroup).path();
    }

    /** Returns the id of a resource group. */
    public static ArmId group(String subscription, String resourceGroup) {
        return new ArmId(
                subscription,
                resourceGroup,
                GROUP,
                resourceGroup,
                "/subscriptions/%s/resourceGroups/%s".formatted(subscription, resourceGroup));
    }

    /** Returns the id of a resource in this group. */
    public ArmId resource(String type, String name) {
        return new ArmId(
                subscription,
                resourceGroup,
                type,
                name,
                "/subscriptions/%s/resourceGroups/%s/providers/%s/%s"
                        .formatted(subscription, resourceGroup, type, name));
    }

    /** Returns the id of a child resource of this one. */
    public ArmId child(String type, String name) {
        return new ArmId(
                subscription, resourceGroup, this.type + "/" + type, name, "%s/%s/%s".formatted(path, type, name));
    }

    /** Returns the id of an extension resource of this one, such as a role assignment. */
    public ArmId extension(String type, String name) {
        return new ArmId(subscription, resourceGroup, type, name, "%s/providers/%s/%s".formatted(path, type, name));
    }

    /** Returns the namespace of the resource provider, such as {@code Microsoft.ContainerRegistry}. */
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
