package io.github.aspirejava.engine.api;

/** The vendor of an engine. */
public enum EngineKind {
    DOCKER("Docker"),
    PODMAN("Podman");

    private final String label;

    EngineKind(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
