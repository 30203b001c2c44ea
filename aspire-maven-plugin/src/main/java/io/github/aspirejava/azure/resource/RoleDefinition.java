package io.github.aspirejava.azure.resource;

/** Roles that are built into Azure. See "Azure built-in roles". */
public enum RoleDefinition {
    /** Pull from a registry whose roles are about the registry as a whole. */
    ACR_PULL("7f951dda-4ed3-4680-a7ca-43fe172d538d"),
    /** Pull from a registry whose roles are about its repositories. */
    REPOSITORY_READER("b93aa761-3e63-49ed-ac28-beffa264f7ac"),
    /** See everything and change nothing. */
    READER("acdd72a7-3385-48ef-bd42-f606fba81ae7");

    /** The type of roles, as Azure calls it. */
    public static final String TYPE = "Microsoft.Authorization/roleDefinitions";

    private final String name;

    RoleDefinition(String name) {
        this.name = name;
    }

    /** What allows to pull from a registry. */
    public static RoleDefinition pull(RoleMode mode) {
        return mode == RoleMode.REGISTRY ? ACR_PULL : REPOSITORY_READER;
    }

    /** Its name, which is the same everywhere. */
    public String id() {
        return name;
    }

    /** Its id in a subscription. */
    String in(String subscription) {
        return "/subscriptions/%s/providers/%s/%s".formatted(subscription, TYPE, name);
    }
}
