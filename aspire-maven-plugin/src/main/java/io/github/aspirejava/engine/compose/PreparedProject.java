package io.github.aspirejava.engine.compose;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.run.StepResult;
import java.util.Map;

/**
 * A project whose network exists.
 *
 * @param generated the generated values of parameters, by their names
 */
record PreparedProject(ContainerEngine engine, Project project, Map<String, Secret> generated) implements StepResult {
    /** Copies the map. */
    PreparedProject {
        generated = Map.copyOf(generated);
    }
}
