package io.github.aspirejava.result;

import io.github.aspirejava.run.StepResult;
import java.util.List;

/**
 * A service that runs and can be used.
 *
 * @param environment the name of the environment
 * @param image the image that it runs
 * @param urls the addresses of its external endpoints
 * @param changed whether the run has changed anything; if not, it ran as it is before
 */
public record DeployedService(String service, String environment, String image, List<String> urls, boolean changed)
        implements StepResult {
    /** Copies the list. */
    public DeployedService {
        urls = List.copyOf(urls);
    }
}
