package io.github.aspirejava.azure.environment;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;

/**
 * A provisioned environment for services.
 *
 * @param id the id of the Container Apps environment, or of the App Service plan
 * @param location the region that services have to be in, too
 * @param defaultDomain the domain of the services of a Container Apps environment; empty in a dry run in which it has
 *     yet to be created, and for App Service
 */
public record ProvisionedEnvironment(ArmId id, String location, Optional<String> defaultDomain) implements StepResult {}
