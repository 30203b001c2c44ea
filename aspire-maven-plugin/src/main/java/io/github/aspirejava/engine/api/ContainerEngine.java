package io.github.aspirejava.engine.api;

import io.github.aspirejava.run.StepResult;

/**
 * An engine that answers, and can do what is asked of it here: what {@code check-container-runtime} leaves to the steps
 * that need one.
 *
 * @param version the engine's own
 * @param apiVersion the newest API that it speaks
 */
public record ContainerEngine(EngineApi api, EngineKind kind, String version, String apiVersion) implements StepResult {
    @Override
    public String toString() {
        return "%s %s at %s".formatted(kind, version, api.host());
    }
}
