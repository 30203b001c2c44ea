package io.github.aspirejava.azure.resource;

import com.azure.resourcemanager.containerregistry.models.RoleAssignmentMode;
import org.jspecify.annotations.Nullable;

/**
 * The role assignment mode of a registry. It decides which roles take effect: a registry with repository permissions
 * ignores AcrPull and AcrPush. See "Azure attribute-based access control for repository permissions".
 */
public enum RoleMode {
    /** Roles apply to the registry as a whole: AcrPull, AcrPush. */
    REGISTRY,
    /** Roles apply to its repositories: Container Registry Repository Reader, Container Registry Repository Writer. */
    REPOSITORIES;

    public static RoleMode of(@Nullable RoleAssignmentMode mode) {
        return RoleAssignmentMode.ABAC_REPOSITORY_PERMISSIONS.equals(mode) ? REPOSITORIES : REGISTRY;
    }
}
