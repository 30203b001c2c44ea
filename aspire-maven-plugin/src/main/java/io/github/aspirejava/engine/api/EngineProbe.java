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

/** Asks whoever is at an address whether they are an engine. */
public final class EngineProbe {
    /** The API of Docker 19.03 and Podman 3: what every later engine speaks. */
    private static final ApiVersion OLDEST = ApiVersion.parse("1.40");

    private static final Pattern SERVER = Pattern.compile("/([0-9][^ ]*)");

    private EngineProbe() {}

    /**
     * The engine at {@code host}.
     *
     * @param patience how long it has for its answer
     * @throws EngineException if there is none in time, something else answers, or the engine is too old; the message
     *     says what it was
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
     * Has the classes loaded that an exchange needs, which takes longer than an engine's answer does: nobody's patience
     * is to end because of them.
     */
    public static void rehearse() {
        try (EngineApi nobody = EngineApi.of(EngineHost.at(URI.create("unix:///nonexistent/engine.sock"), "nobody"))) {
            nobody.ping().close();
        } catch (IOException e) {
            // Nobody is there.
        }
    }

    /** All is in the headers: to the question for its version Podman takes a second to answer. */
    private static ContainerEngine ask(EngineApi api) throws IOException {
        try (EngineAnswer pong = api.ping()) {
            String text = new String(pong.body().readNBytes(100), StandardCharsets.UTF_8).strip();
            String apiVersion = pong.header("Api-Version").orElse("");
            if (pong.status() != 200 || !text.equals("OK") || apiVersion.isEmpty()) {
                throw new EngineException(
                        "what answers there is no container engine (HTTP %d to /_ping)".formatted(pong.status()),
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
                        "%s %s speaks the API %s, which is older than %s: install a newer one"
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
            // Nobody was there.
        }
    }
}
