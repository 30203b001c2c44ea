package io.github.aspirejava.azure.resource;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;

/**
 * The identity that an environment's services are pulled with.
 *
 * @param clientId what it asks for tokens by; empty in a dry run in which it has yet to be created
 * @param principalId what roles are assigned to; empty in the same case
 */
public record ProvisionedIdentity(ArmId id, Optional<String> clientId, Optional<String> principalId)
        implements StepResult {}
