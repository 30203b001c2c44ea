package io.github.aspirejava.azure.provision;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.run.StepResult;

/**
 * The default target of resources.
 *
 * @param group the resource group; in a dry run it may have yet to be created
 * @param location the region, in Azure's short form
 * @param tenant the Entra tenant that the subscription belongs to
 */
public record ProvisioningContext(ArmId group, String location, String tenant) implements StepResult {}
