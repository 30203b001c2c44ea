package io.github.aspirejava.azure.environment;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;

/**
 * Where an environment's logs go.
 *
 * @param customerId what the workspace is called by those who send it logs; empty in a dry run in which it has yet to
 *     be created
 */
public record ProvisionedLogs(ArmId id, Optional<String> customerId) implements StepResult {}
