package io.github.aspirejava.azure.environment;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.provision.ProvisionedRegistry;
import io.github.aspirejava.run.StepResult;
import java.util.List;

/**
 * The right of an environment's identity to pull from registries.
 *
 * @param identity the identity
 * @param registries the registries
 */
public record PullRights(ArmId identity, List<ProvisionedRegistry> registries) implements StepResult {
    /** Copies the list. */
    public PullRights {
        registries = List.copyOf(registries);
    }
}
