package io.github.aspirejava.maven.wiring;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.http.CannedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.maven.plugin.logging.Log;

/**
 * Loads the classes that every push needs while another thread reads the model (warm-up): on a machine with a second
 * processor the first request is sent about a tenth of a second earlier.
 */
public final class WarmUp {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final CompletableFuture<Void> ENDED = new CompletableFuture<>();

    private static final int HASHED_BYTES = 16 * 1024;
    private static final int HASHED_TIMES = 128;

    private WarmUp() {}

    /**
     * Begins the warm-up, unless it has run in this class loader before. Every call must be followed by
     * {@link #awaitEnd}.
     */
    public static void begin(Log log) {
        if (BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(() -> run(log), "aspire-rehearsal");
            thread.setDaemon(true);
            thread.setContextClassLoader(WarmUp.class.getClassLoader());
            thread.start();
        }
    }

    /** Waits for its end: a build that fails at once would otherwise take its class loader away meanwhile. */
    public static void awaitEnd() {
        ENDED.join();
    }

    /**
     * Hashes until the JIT compiler uses the processor's own instructions, as it does for code that runs often. Until
     * then the layers would be hashed more than ten times as slowly as they are sent.
     */
    private static void hash() {
        MessageDigest hash = Digest.newSha256();
        byte[] bytes = new byte[HASHED_BYTES];
        for (int i = 0; i < HASHED_TIMES; i++) {
            hash.update(bytes);
        }
    }

    private static void run(Log log) {
        try {
            hash();
            Json.write(Json.parse("{\"schemaVersion\":2,\"layers\":[]}".getBytes(StandardCharsets.UTF_8)));
            CannedExchange.run();
        } catch (IOException e) {
            log.debug("The rehearsal went wrong", e);
        } finally {
            ENDED.complete(null);
        }
    }
}
