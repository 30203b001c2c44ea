package io.github.aspirejava.azure.resource;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;

/**
 * The identity that pulls the images of an environment's services.
 *
 * @param clientId the client id, for requesting tokens; empty in a dry run in which it has yet to be created
 * @param principalId the principal id, for role assignments; empty in the same case
 */
public record ProvisionedIdentity(ArmId id, Optional<String> clientId, Optional<String> principalId)
        implements StepResult {}
