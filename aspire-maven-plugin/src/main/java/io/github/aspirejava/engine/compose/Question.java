package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.deploy.HealthCheckPlan;
import io.github.aspirejava.engine.api.EngineApi;
import java.time.Duration;
import java.util.Optional;

/** Asks whether a container that runs can be used. */
final class Question {
    private final Deployment deployment;
    private final EngineApi api;
    private final Project project;

    Question(Deployment deployment, EngineApi api, Project project) {
        this.deployment = deployment;
        this.api = api;
        this.project = project;
    }

    /**
     * An answer.
     *
     * @param text the state, for people
     * @param isFinal whether it will not change
     */
    record Answer(boolean isGood, String text, boolean isFinal) {
        static Answer good(String text) {
            return new Answer(true, text, true);
        }

        static Answer notYet(String text) {
            return new Answer(false, text, false);
        }

        /** Returns what is worth telling of a good answer. */
        Optional<String> note() {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
    }

    /**
     * Asks once.
     *
     * @param container the description of a container that runs
     * @param running the time since its start, or longer
     */
    Answer ask(JsonNode container, Duration running) {
        boolean declared = deployment.replicas().probes().readiness().isPresent();
        String health = container.path("State").path("Health").path("Status").asText("");
        boolean checkedByEngine = !health.isEmpty() && !health.equals("none");
        if (checkedByEngine && !declared && deployment.replicas().probes().enabled()) {
            return ofEngine(container, health);
        }
        return deployment
                .check()
                .map(check -> ofCheck(check, container, running))
                .orElseGet(() -> settled(running, ""));
    }

    /** Returns the answer of the image's own check, which the engine executes. */
    private static Answer ofEngine(JsonNode container, String health) {
        if (health.equals("healthy")) {
            return Answer.good("");
        }
        JsonNode log = container.path("State").path("Health").path("Log");
        String output = log.path(log.size() - 1).path("Output").asText("").strip();
        return Answer.notYet(
                output.isEmpty()
                        ? "the image's check says %s".formatted(health)
                        : "the image's check says %s: %s".formatted(health, output));
    }

    private Answer ofCheck(HealthCheckPlan check, JsonNode container, Duration running) {
        for (Reachable place : Reachable.of(check.port(), container, api, project)) {
            Reachable.Result result = place.ask(check.path());
            if (result.isUsable()) {
                return Answer.good("");
            }
            if (result.isConnected()) {
                return Answer.notYet(result.text());
            }
        }
        return settled(
                running,
                "port %d cannot be reached from this machine, so that only its process is checked"
                        .formatted(check.port()));
    }

    /** Returns the answer for a service of which only the process is known. */
    private static Answer settled(Duration running, String note) {
        return running.compareTo(AwaitServiceAction.timeToSettle()) >= 0
                ? Answer.good(note)
                : Answer.notYet("its process runs");
    }
}
