package io.github.aspirejava.azure.arm;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Observes the requests of one step. It travels with each request in its context, and so sees replies that the SDK does
 * not expose. Thread-safe.
 */
public final class Trace {
    static final String KEY = "aspire-trace";
    private static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("x-ms-request-id");
    private static final HttpHeaderName ASYNC_OPERATION = HttpHeaderName.fromString("Azure-AsyncOperation");
    private static final int TOO_MANY_REQUESTS = 429;

    private final Consumer<String> progress;
    private final LongSupplier nanoTime;
    private final Consumer<URI> operations;
    private @Nullable String requestId;
    private int throttled;
    private long throttledSince;

    /**
     * Creates the trace of one step.
     *
     * @param operations receives the URI for polling an operation that was begun
     */
    Trace(Consumer<String> progress, LongSupplier nanoTime, Consumer<URI> operations) {
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.operations = operations;
    }

    /** Returns the context to pass to a call of the SDK. */
    public Context context() {
        return new Context(KEY, this);
    }

    /** Returns the service's id of the last request that was answered. */
    synchronized Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** Returns the time since the service first throttled a request; empty if it never has. */
    synchronized Optional<Duration> throttled() {
        return throttled == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanoTime.getAsLong() - throttledSince));
    }

    synchronized void replied(HttpResponse response) {
        String id = response.getHeaderValue(REQUEST_ID);
        if (id != null) {
            requestId = id;
        }
        if (response.getStatusCode() == TOO_MANY_REQUESTS) {
            if (throttled++ == 0) {
                throttledSince = nanoTime.getAsLong();
            }
            String after = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
            progress.accept(after == null ? "throttled, waiting" : "throttled, waiting %s s".formatted(after));
        } else {
            throttled = 0;
        }
        operation(response).ifPresent(operations);
    }

    private static Optional<URI> operation(HttpResponse response) {
        switch (response.getRequest().getHttpMethod()) {
            case PUT, POST, PATCH -> {
                String where = response.getHeaderValue(ASYNC_OPERATION);
                if (where == null && response.getStatusCode() == HttpURLConnection.HTTP_ACCEPTED) {
                    where = response.getHeaderValue(HttpHeaderName.LOCATION);
                }
                try {
                    return Optional.ofNullable(where).map(URI::create);
                } catch (IllegalArgumentException e) {
                    return Optional.empty(); // not an address that can be polled
                }
            }
            default -> {
                return Optional.empty();
            }
        }
    }
}
