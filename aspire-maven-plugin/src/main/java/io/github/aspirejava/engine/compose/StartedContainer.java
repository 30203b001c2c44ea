package io.github.aspirejava.engine.compose;

import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.run.StepResult;
import java.util.List;

/**
 * A container that has been started.
 *
 * @param image the image that it runs, for people
 * @param changed whether the container is new; if not, it ran with the same settings before
 * @param secrets the values that must not be shown
 */
record StartedContainer(
        ContainerEngine engine, Project project, String id, String image, boolean changed, List<String> secrets)
        implements StepResult {
    /** Copies the list. */
    StartedContainer {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(id, image);
    }
}
