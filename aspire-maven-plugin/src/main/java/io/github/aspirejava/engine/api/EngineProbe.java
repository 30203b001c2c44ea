package io.github.aspirejava.engine.api;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Probes an address for an engine. */
public final class EngineProbe {
    /** The API of Docker 19.03 and Podman 3, which every later engine supports. */
    private static final ApiVersion OLDEST = ApiVersion.parse("1.40");

    private static final Pattern SERVER = Pattern.compile("/([0-9][^ ]*)");

    private EngineProbe() {}

    /**
     * Probes the engine at {@code host}.
     *
     * @param patience the time limit for its response
     * @throws EngineException if there is none in time, another kind of server responds, or the engine is too old; the
     *     message tells which
     */
    public static ContainerEngine probe(EngineHost host, Duration patience)
            throws EngineException, InterruptedException {
        EngineApi api = EngineApi.of(host);
        CompletableFuture<ContainerEngine> answer = new CompletableFuture<>();
        Thread asking = new Thread(
                () -> {
                    try {
                        answer.complete(ask(api));
                    } catch (IOException | RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                },
                "aspire-engine-probe");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            closeQuietly(api);
            throw new EngineException(
                    "no answer within %d s".formatted(patience.toSeconds()), EngineException.NO_ANSWER);
        } catch (ExecutionException e) {
            closeQuietly(api);
            if (e.getCause() instanceof EngineException failure) {
                throw failure;
            }
            throw new EngineException(String.valueOf(e.getCause()), e);
        }
    }

    /**
     * Loads the classes that an exchange needs (warm-up). That takes longer than an engine's response, and must not
     * count towards the time limit.
     */
    public static void rehearse() {
        try (EngineApi nobody = EngineApi.of(EngineHost.at(URI.create("unix:///nonexistent/engine.sock"), "nobody"))) {
            nobody.ping().close();
        } catch (IOException e) {
            // No server listens there.
        }
    }

    /**
     * Identifies the engine by the headers of its ping alone: Podman takes a second to answer a request for its
     * version.
     */
    private static ContainerEngine ask(EngineApi api) throws IOException {
        try (EngineAnswer pong = api.ping()) {
            String text = new String(pong.body().readNBytes(100), StandardCharsets.UTF_8).strip();
            String apiVersion = pong.header("Api-Version").orElse("");
            if (pong.status() != 200 || !text.equals("OK") || apiVersion.isEmpty()) {
                throw new EngineException(
                        "the server there is not a container engine (HTTP %d for /_ping)".formatted(pong.status()),
                        pong.status());
            }
            EngineKind kind = pong.header("Libpod-Api-Version").isPresent() ? EngineKind.PODMAN : EngineKind.DOCKER;
            String version = pong.header("Server")
                    .map(SERVER::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .orElse("");
            if (ApiVersion.parse(apiVersion).compareTo(OLDEST) < 0) {
                throw new EngineException(
                        "%s %s has the API version %s, which is older than %s: install a newer version"
                                .formatted(kind, version, apiVersion, OLDEST),
                        0);
            }
            return new ContainerEngine(api, kind, version, apiVersion);
        }
    }

    private static void closeQuietly(EngineApi api) {
        try {
            api.close();
        } catch (IOException e) {
            // No server listened there.
        }
    }
}
