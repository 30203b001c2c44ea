package io.github.aspirejava.azure.environment;

import io.github.aspirejava.azure.resource.ProvisionedIdentity;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;

/**
 * An environment's dashboard.
 *
 * @param url its address; empty in a dry run in which the environment has yet to be created
 * @param identity the identity that it acts as, if it is a site of App Service; it needs the right to read the services
 */
public record ProvisionedDashboard(Optional<String> url, Optional<ProvisionedIdentity> identity)
        implements StepResult {}
