package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.text.ForeignText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Explains why a service does not run: its exit code, its last lines, and what helps. */
final class Failure {
    private static final int KILLED = 137;
    private static final int LONGEST_LINE = 500;
    /** Shorter values are part of too many words. */
    private static final int SHORTEST_SECRET = 4;

    private final Deployment deployment;
    private final StartedContainer container;
    private final Containers containers;

    Failure(Deployment deployment, StartedContainer container, Containers containers) {
        this.deployment = deployment;
        this.container = container;
        this.containers = containers;
    }

    /** Returns the failure of a container that somebody has removed. */
    StepException removed() {
        return new StepException("%s: The container of %s has been removed while it started. Run this again."
                .formatted(deployment.service().origin(), deployment.name()));
    }

    /** Returns the failure of a container that has ended, and stops it from being started again and again. */
    StepException ended(JsonNode description) throws IOException {
        containers.stop(container.id());
        JsonNode state = containers
                .inspect(container.id())
                .map(found -> found.path("State"))
                .orElse(description.path("State"));
        int code = state.path("ExitCode").asInt();
        List<String> log = containers.log(container.id());
        String reason = state.path("OOMKilled").asBoolean()
                ? "used more memory than it may, and was killed"
                : "ended with exit code %d".formatted(code);
        return new StepException("%s: %s does not run in %s: it %s. %s%s"
                .formatted(
                        deployment.service().origin(),
                        deployment.name(),
                        container.project().environment().name(),
                        reason,
                        advice(code, state, log),
                        printed(log)));
    }

    /** Returns the failure of a container that runs and is not healthy in time. */
    StepException unhealthy(String why, Duration waited) throws IOException {
        return new StepException(
                "%s: %s runs in %s, and is not healthy after %d s: %s. Correct the cause, or write another <readiness> or a longer <startTimeout> into its <probes>.%s"
                        .formatted(
                                deployment.service().origin(),
                                deployment.name(),
                                container.project().environment().name(),
                                waited.toSeconds(),
                                ForeignText.line(why, LONGEST_LINE),
                                printed(containers.log(container.id()))));
    }

    private static String advice(int code, JsonNode state, List<String> log) {
        if (code == KILLED || state.path("OOMKilled").asBoolean()) {
            return "Raise <memory> in its <resources>, or lower the heap.";
        }
        if (log.stream().anyMatch(line -> line.contains("UnsupportedClassVersionError"))) {
            return "The Java of its base image is older than its classes: write a newer <baseImage>.";
        }
        if (code == 0) {
            return "A service has to keep running: remove it from the services, or correct its command.";
        }
        return "Correct the cause, and run this again.";
    }

    private String printed(List<String> log) {
        if (log.isEmpty()) {
            return " It printed nothing.";
        }
        return log.stream()
                .map(line -> "  " + ForeignText.line(masked(line), LONGEST_LINE))
                .collect(Collectors.joining("\n", " Its last lines:\n", ""));
    }

    private String masked(String line) {
        String masked = line;
        for (String secret : container.secrets()) {
            if (secret.length() >= SHORTEST_SECRET) {
                masked = masked.replace(secret, "***");
            }
        }
        return masked;
    }
}
