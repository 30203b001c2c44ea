package io.github.aspirejava.azure.environment;

import io.github.aspirejava.azure.resource.ProvisionedIdentity;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;

/**
 * An environment's dashboard.
 *
 * @param url where it is; empty in a dry run in which the environment has yet to be created
 * @param identity what it acts as, if it is a site of App Service: services have to let it look at them
 */
public record ProvisionedDashboard(Optional<String> url, Optional<ProvisionedIdentity> identity)
        implements StepResult {}
