package io.github.aspirejava.azure.resource;

import com.azure.core.management.exception.ManagementException;
import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.authorization.AuthorizationManager;
import com.azure.resourcemanager.authorization.fluent.RoleAssignmentsClient;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;
import com.azure.resourcemanager.authorization.models.PrincipalType;
import com.azure.resourcemanager.authorization.models.RoleAssignmentCreateParameters;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * The assignment of a role to an identity.
 *
 * @param scope the resource, or a resource group
 * @param title the right, for messages
 * @param roleId the role's definition
 * @param principalId the identity's principal id in Entra; empty until it exists
 */
public record RoleAssignmentResource(
        ArmClients clients, ArmId scope, String title, String roleId, String principalId, Origin origin)
        implements ArmResource<RoleAssignmentInner> {
    /** The resource type. */
    public static final String TYPE = "Microsoft.Authorization/roleAssignments";

    public static RoleAssignmentResource of(
            ArmClients clients,
            ArmId scope,
            String title,
            RoleDefinition role,
            ProvisionedIdentity identity,
            Origin origin) {
        return new RoleAssignmentResource(
                clients,
                scope,
                title,
                role.in(scope.subscription().toLowerCase(Locale.ROOT)),
                identity.principalId().orElse(""),
                origin);
    }

    /**
     * Returns an id that is derived from scope, role and identity, by which the assignment is found again. An identity
     * that was deleted and created again is a different principal, whose assignment has another name.
     */
    @Override
    public ArmId id() {
        return scope.extension(
                TYPE, TemplateGuid.of(written(scope), principalId, roleId).toString());
    }

    /**
     * Returns the body with the principal's type: a new service principal may not have been replicated yet, and Azure
     * does not look it up if its type is given.
     */
    @Override
    public RoleAssignmentInner desired() {
        return new RoleAssignmentInner()
                .withRoleDefinitionId(roleId)
                .withPrincipalId(principalId)
                .withPrincipalType(PrincipalType.SERVICE_PRINCIPAL);
    }

    @Override
    public RoleAssignmentInner get(Context context) {
        return client().getWithResponse(scopeText(), id().name(), null, context).getValue();
    }

    /** Writes the assignment. If the same right exists under another name, nothing has to be done. */
    @Override
    public Write<RoleAssignmentInner> put(RoleAssignmentInner body, Context context) {
        RoleAssignmentCreateParameters parameters = new RoleAssignmentCreateParameters()
                .withRoleDefinitionId(body.roleDefinitionId())
                .withPrincipalId(body.principalId())
                .withPrincipalType(body.principalType());
        try {
            return new Write.Done<>(client().createWithResponse(scopeText(), id().name(), parameters, context)
                    .getValue());
        } catch (ManagementException e) {
            if (e.getValue() != null
                    && "RoleAssignmentExists".equals(e.getValue().getCode())) {
                return new Write.Done<>(body);
            }
            throw e;
        }
    }

    @Override
    public RoleAssignmentInner read(JsonReader json) throws IOException {
        return RoleAssignmentInner.fromJson(json);
    }

    @Override
    public Optional<String> state(RoleAssignmentInner live) {
        return Optional.empty();
    }

    @Override
    public String role() {
        return "Role Based Access Control Administrator";
    }

    /** Returns the id in the form that templates derive the name from. */
    private static String written(ArmId id) {
        return id.path().replace(id.subscription(), id.subscription().toLowerCase(Locale.ROOT));
    }

    /** Returns the scope without its leading slash, which the client adds. */
    private String scopeText() {
        return scope.path().substring(1);
    }

    private RoleAssignmentsClient client() {
        return clients.manager(AuthorizationManager.class, scope.subscription(), AuthorizationManager::authenticate)
                .roleServiceClient()
                .getRoleAssignments();
    }
}
