package io.github.aspirejava.azure.environment;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;

/**
 * The workspace of an environment's logs.
 *
 * @param customerId the workspace's id for senders of logs; empty in a dry run in which it has yet to be created
 */
public record ProvisionedLogs(ArmId id, Optional<String> customerId) implements StepResult {}
