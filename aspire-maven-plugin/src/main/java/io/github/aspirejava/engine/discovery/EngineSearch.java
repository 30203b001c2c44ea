package io.github.aspirejava.engine.discovery;

import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineException;
import io.github.aspirejava.engine.api.EngineHost;
import io.github.aspirejava.engine.api.EngineProbe;
import io.github.aspirejava.oci.credential.HomeDirectory;
import io.github.aspirejava.run.StepException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Discovers the engine that builds services: at {@code -Daspire.engine.host}, else {@code DOCKER_HOST}, else in
 * Docker's current context, else at the usual sockets of Docker and then Podman.
 */
public final class EngineSearch {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int FOR_THE_SLOW = 10;

    private final EngineCandidates candidates;
    private final Map<String, String> environment;
    private final Duration patience;

    /** Creates a search that gives each engine a second to respond, and more only if none has responded. */
    public EngineSearch(Function<String, Optional<String>> property, Map<String, String> environment) {
        this(
                new EngineCandidates(
                        property,
                        environment,
                        HomeDirectory.of(environment).ofSettings(),
                        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")),
                environment,
                PATIENCE);
    }

    EngineSearch(EngineCandidates candidates, Map<String, String> environment, Duration patience) {
        this.candidates = candidates;
        this.environment = environment;
        this.patience = patience;
    }

    /**
     * Returns the first engine that responds.
     *
     * @throws StepException if none does; the message lists the places that were searched, with the result of each
     */
    public ContainerEngine find() throws StepException, InterruptedException {
        Preference preference = Preference.of(environment);
        List<EngineHost> hosts = candidates.list(preference);
        EngineProbe.rehearse();
        List<String> answers = new ArrayList<>();
        List<EngineHost> slow = new ArrayList<>();
        Optional<ContainerEngine> engine = first(hosts, preference, patience, answers, slow);
        if (engine.isEmpty() && !slow.isEmpty()) {
            // A server listens there: a machine that is busy with a build leaves its engine little time.
            answers.clear();
            engine = first(
                    List.copyOf(slow), preference, patience.multipliedBy(FOR_THE_SLOW), answers, new ArrayList<>());
        }
        return engine.orElseThrow(() -> new StepException(
                "No container engine was found. Start Docker or Podman (systemctl start docker, systemctl --user start podman.socket), install one, or set its address: -D%s=unix://PATH. Tried:\n  %s"
                        .formatted(EngineCandidates.PROPERTY, String.join("\n  ", answers))));
    }

    private static Optional<ContainerEngine> first(
            List<EngineHost> hosts,
            Preference preference,
            Duration patience,
            List<String> answers,
            List<EngineHost> slow)
            throws InterruptedException {
        for (EngineHost host : hosts) {
            if (host.socket().filter(Files::notExists).isPresent()) {
                answers.add("%s: no such file".formatted(host));
                continue;
            }
            try {
                ContainerEngine engine = EngineProbe.probe(host, patience);
                if (preference.allows(engine.kind())) {
                    return Optional.of(engine);
                }
                answers.add("%s: this is %s, but %s requires %s"
                        .formatted(
                                host,
                                engine.kind(),
                                preference.variable(),
                                preference.kind().orElseThrow()));
            } catch (EngineException e) {
                if (e.status() == EngineException.NO_ANSWER) {
                    slow.add(host);
                }
                answers.add("%s: %s%s".formatted(host, e.getMessage(), remedy(e)));
            }
        }
        return Optional.empty();
    }

    /** Returns the remedy for a failure: membership in the group of Docker's socket is what most refused users lack. */
    private static String remedy(EngineException failure) {
        return String.valueOf(failure.getMessage()).contains("Permission denied")
                ? ". Add the user to the group of the socket: sudo usermod -aG docker $USER, and log in again"
                : "";
    }
}
