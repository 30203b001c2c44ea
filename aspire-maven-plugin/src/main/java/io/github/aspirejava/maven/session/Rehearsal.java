package io.github.aspirejava.maven.session;

import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.http.CannedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.maven.plugin.logging.Log;

/**
 * Loads the classes that every push needs while another thread reads the model: about a tenth of a second earlier, on a
 * machine with a second processor, its first request is sent.
 */
public final class Rehearsal {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final CompletableFuture<Void> ENDED = new CompletableFuture<>();

    private Rehearsal() {}

    /** Begins, unless this class loader has seen it before. Whoever has called this has to {@link #awaitEnd}. */
    public static void begin(Log log) {
        if (BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(() -> run(log), "aspire-rehearsal");
            thread.setDaemon(true);
            thread.setContextClassLoader(Rehearsal.class.getClassLoader());
            thread.start();
        }
    }

    /** Returns when it has ended: a build that fails at once would otherwise take its class loader away meanwhile. */
    public static void awaitEnd() {
        ENDED.join();
    }

    private static void run(Log log) {
        try {
            Json.write(Json.parse("{\"schemaVersion\":2,\"layers\":[]}".getBytes(StandardCharsets.UTF_8)));
            CannedExchange.run();
        } catch (IOException e) {
            log.debug("The rehearsal went wrong", e);
        } finally {
            ENDED.complete(null);
        }
    }
}
