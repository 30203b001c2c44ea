package io.github.aspirejava.azure.provision;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.resource.RoleMode;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;

/**
 * A container registry in Azure.
 *
 * @param name its name in the model
 * @param loginServer its host; empty in a dry run in which it has yet to be created
 * @param location its region, in Azure's short form
 * @param tenant the Entra tenant of the context's subscription
 */
public record ProvisionedRegistry(
        String name, ArmId id, Optional<String> loginServer, String location, RoleMode roleMode, String tenant)
        implements StepResult {}
