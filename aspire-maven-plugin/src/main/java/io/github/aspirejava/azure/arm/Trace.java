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
 * What happens on the way of one step's requests. It travels with each request in its context, and so hears of replies
 * that the SDK keeps to itself. Safe for use by several threads.
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
     * Of one step.
     *
     * @param operations hears where an operation that was begun can be asked after
     */
    Trace(Consumer<String> progress, LongSupplier nanoTime, Consumer<URI> operations) {
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.operations = operations;
    }

    /** What a call of the SDK has to be given. */
    public Context context() {
        return new Context(KEY, this);
    }

    /** What the service calls the last request that it answered. */
    synchronized Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** How long the service has now refused to be asked, for the first time and since then; empty if it has not. */
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
                    return Optional.empty(); // no address that anybody could go to
                }
            }
            default -> {
                return Optional.empty();
            }
        }
    }
}
