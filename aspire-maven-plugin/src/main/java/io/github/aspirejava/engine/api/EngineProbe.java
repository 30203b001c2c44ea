package io.github.aspirejava.engine.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks whoever is at an address whether they are an engine. */
public final class EngineProbe {
    /** The API of Docker 19.03 and Podman 3: what every later engine speaks. */
    private static final ApiVersion OLDEST = ApiVersion.parse("1.40");

    private final Duration patience;

    /** @param patience how long an engine has for its answer */
    public EngineProbe(Duration patience) {
        this.patience = patience;
    }

    /**
     * The engine at {@code host}.
     *
     * @throws EngineException if there is none in time, something else answers, or the engine is too old; the message
     *     says what it was
     */
    public ContainerEngine probe(EngineHost host) throws EngineException, InterruptedException {
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
            throw new EngineException("no answer within %d ms".formatted(patience.toMillis()), e);
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

    private static ContainerEngine ask(EngineApi api) throws IOException {
        String libpod;
        try (EngineAnswer pong = api.ping()) {
            String text = new String(pong.body().readNBytes(100), java.nio.charset.StandardCharsets.UTF_8).strip();
            if (pong.status() != 200 || !text.equals("OK")) {
                throw new EngineException(
                        "what answers there is no container engine (HTTP %d to /_ping)".formatted(pong.status()),
                        pong.status());
            }
            libpod = pong.header("Libpod-API-Version").orElse("");
        }
        JsonNode version = api.get("/version");
        EngineKind kind = libpod.isEmpty() ? EngineKind.DOCKER : EngineKind.PODMAN;
        String name = version.path("Version").asText("?");
        String apiVersion = version.path("ApiVersion").asText("");
        if (ApiVersion.parse(apiVersion).compareTo(OLDEST) < 0) {
            throw new EngineException(
                    "%s %s speaks the API %s, which is older than %s. Install a newer one"
                            .formatted(kind, name, apiVersion, OLDEST),
                    0);
        }
        return new ContainerEngine(api, kind, name, apiVersion);
    }

    private static void closeQuietly(EngineApi api) {
        try {
            api.close();
        } catch (IOException e) {
            // Nobody was there.
        }
    }
}
