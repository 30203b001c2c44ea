package io.github.aspirejava.engine.discovery;

import io.github.aspirejava.engine.api.EngineKind;
import io.github.aspirejava.run.StepException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The engine that Aspire's environment variable selects, if it is set. */
record Preference(Optional<EngineKind> kind, String variable) {
    /** The names that Aspire reads, the newer one first. */
    static final String VARIABLE = "ASPIRE_CONTAINER_RUNTIME";

    private static final String OLD_VARIABLE = "DOTNET_ASPIRE_CONTAINER_RUNTIME";

    static Preference of(Map<String, String> environment) throws StepException {
        String variable = environment.getOrDefault(VARIABLE, "").isBlank() ? OLD_VARIABLE : VARIABLE;
        String value = environment.getOrDefault(variable, "").strip().toLowerCase(Locale.ROOT);
        return switch (value) {
            case "" -> new Preference(Optional.empty(), VARIABLE);
            case "docker" -> new Preference(Optional.of(EngineKind.DOCKER), variable);
            case "podman" -> new Preference(Optional.of(EngineKind.PODMAN), variable);
            default -> throw new StepException("%s is '%s'. Set it to docker or podman.".formatted(variable, value));
        };
    }

    boolean allows(EngineKind engine) {
        return kind.isEmpty() || kind.get() == engine;
    }
}
