package io.github.aspirejava.fakes.azure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Built-in roles, by the permissions that callers of this fake may need. */
public enum Role {
    OWNER("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", List.of("*"), List.of()),
    CONTRIBUTOR(
            "b24988ac-6180-42a0-ab88-20f7382dd24c",
            List.of("*"),
            List.of("Microsoft.Authorization/*/write", "Microsoft.Authorization/*/delete")),
    READER("acdd72a7-3385-48ef-bd42-f606fba81ae7", List.of("*/read"), List.of()),
    USER_ACCESS_ADMINISTRATOR(
            "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", List.of("*/read", "Microsoft.Authorization/*"), List.of()),
    RBAC_ADMINISTRATOR(
            "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
            List.of("*/read", "Microsoft.Authorization/roleAssignments/*"),
            List.of()),
    ACR_PULL("7f951dda-4ed3-4680-a7ca-43fe172d538d", List.of(Role.LEGACY + "pull/read"), List.of()),
    ACR_PUSH(
            "8311e382-0749-4cb8-b61a-304f252e45ec",
            List.of(Role.LEGACY + "pull/read", Role.LEGACY + "push/write"),
            List.of()),
    REPOSITORY_READER("b93aa761-3e63-49ed-ac28-beffa264f7ac", List.of(), List.of(), List.of(Role.CONTENT + "read")),
    REPOSITORY_WRITER(
            "2a1e307c-b015-4ebd-883e-5b7698a07328",
            List.of(),
            List.of(),
            List.of(Role.CONTENT + "read", Role.CONTENT + "write")),
    WEBSITE_CONTRIBUTOR("de139f84-1756-47ae-9be6-808fbbe84772", List.of("Microsoft.Web/sites/*"), List.of());

    private static final String LEGACY = "Microsoft.ContainerRegistry/registries/";
    private static final String CONTENT = LEGACY + "repositories/content/";

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, but declared as a type of the JDK
    private final List<String> actions;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> notActions;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> dataActions;

    Role(String id, List<String> actions, List<String> notActions) {
        this(id, actions, notActions, List.of());
    }

    Role(String id, List<String> actions, List<String> notActions, List<String> dataActions) {
        this.id = id;
        this.actions = actions;
        this.notActions = notActions;
        this.dataActions = dataActions;
    }

    /** Returns the name of its definition. */
    public String id() {
        return id;
    }

    /** Returns the role that a definition's ID names. */
    static Optional<Role> of(String roleDefinitionId) {
        return Stream.of(values())
                .filter(role ->
                        roleDefinitionId.endsWith("/providers/Microsoft.Authorization/roleDefinitions/" + role.id))
                .findFirst();
    }

    boolean allows(String action) {
        return matches(actions, action) && !matches(notActions, action);
    }

    /** Returns whether it allows an action on the data of a resource. */
    boolean allowsWithData(String action) {
        return matches(dataActions, action);
    }

    private static boolean matches(List<String> patterns, String action) {
        return patterns.stream()
                .map(pattern ->
                        Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE))
                .anyMatch(pattern -> pattern.matcher(action).matches());
    }
}
