package io.github.aspirejava.engine.api;

import io.github.aspirejava.run.StepResult;

/**
 * An engine that responds and supports all that the plugin needs: the result of {@code check-container-runtime} for the
 * steps that need an engine.
 *
 * @param version the engine's own version
 * @param apiVersion the newest API version that it supports
 */
public record ContainerEngine(EngineApi api, EngineKind kind, String version, String apiVersion) implements StepResult {
    @Override
    public String toString() {
        return "%s %s at %s".formatted(kind, version, api.host());
    }
}
