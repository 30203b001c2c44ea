package io.github.aspirejava.azure.resource;

import com.azure.resourcemanager.containerregistry.models.RoleAssignmentMode;
import org.jspecify.annotations.Nullable;

/**
 * What a registry's role assignments are about. It decides which roles count: a registry with permissions of its
 * repositories does not heed AcrPull and AcrPush. See "Azure attribute-based access control for repository
 * permissions".
 */
public enum RoleMode {
    /** The registry as a whole: AcrPull, AcrPush. */
    REGISTRY,
    /** Its repositories: Container Registry Repository Reader, Container Registry Repository Writer. */
    REPOSITORIES;

    public static RoleMode of(@Nullable RoleAssignmentMode mode) {
        return RoleAssignmentMode.ABAC_REPOSITORY_PERMISSIONS.equals(mode) ? REPOSITORIES : REGISTRY;
    }
}
