package io.github.aspirejava.addon;

import io.github.aspirejava.app.Service;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.run.StepException;

/** The deployments of the services of a model. */
@FunctionalInterface
public interface Deployments {
    /**
     * Returns the deployment of a service.
     *
     * @throws StepException if the libraries of the service cannot be resolved
     */
    Deployment of(Service service) throws StepException;
}
