package io.github.aspirejava.azure.resource;

/** The roles that are built into Azure. See "Azure built-in roles". */
public enum RoleDefinition {
    /** The right to pull from a registry whose roles apply to the registry as a whole. */
    ACR_PULL("7f951dda-4ed3-4680-a7ca-43fe172d538d"),
    /** The right to pull from a registry whose roles apply to its repositories. */
    REPOSITORY_READER("b93aa761-3e63-49ed-ac28-beffa264f7ac"),
    /** The right to read everything and change nothing. */
    READER("acdd72a7-3385-48ef-bd42-f606fba81ae7");

    /** The resource type of role definitions. */
    public static final String TYPE = "Microsoft.Authorization/roleDefinitions";

    private final String name;

    RoleDefinition(String name) {
        this.name = name;
    }

    /** Returns the role that allows to pull from a registry. */
    public static RoleDefinition pull(RoleMode mode) {
        return mode == RoleMode.REGISTRY ? ACR_PULL : REPOSITORY_READER;
    }

    /** Returns its name, which is the same in all subscriptions. */
    public String id() {
        return name;
    }

    /** Returns its id in a subscription. */
    String in(String subscription) {
        return "/subscriptions/%s/providers/%s/%s".formatted(subscription, TYPE, name);
    }
}
