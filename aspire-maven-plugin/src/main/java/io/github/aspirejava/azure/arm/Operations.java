package io.github.aspirejava.azure.arm;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.management.polling.PollResult;
import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.SyncPoller;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows long-running operations, of this run or of an earlier one. */
final class Operations {
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "canceled", "cancelled");

    private final ArmClients clients;
    private final Timing timing;
    private final Pause pause;
    private final ArmFailure failure;

    Operations(ArmClients clients, Timing timing, Pause pause, ArmFailure failure) {
        this.clients = clients;
        this.timing = timing;
        this.pause = pause;
        this.failure = failure;
    }

    /** Returns whether the state denotes an operation that is under way. */
    static boolean isRunning(String state) {
        return !ENDED.contains(state.toLowerCase(Locale.ROOT));
    }

    /**
     * Waits for an operation of this run and returns its resource.
     *
     * @throws StepException if it fails, or takes too long
     */
    <T> T await(ArmResource<?> resource, SyncPoller<PollResult<T>, T> poller, StepContext step, Trace trace)
            throws StepException, InterruptedException {
        Patience patience = new Patience(resource, step);
        PollResponse<PollResult<T>> response = poller.poll();
        while (!response.getStatus().isComplete()) {
            patience.rest(Optional.ofNullable(response.getRetryAfter()));
            response = poller.poll();
        }
        if (!LongRunningOperationStatus.SUCCESSFULLY_COMPLETED.equals(response.getStatus())) {
            throw failure.of(resource, ArmError.of(response.getValue().getError()), trace);
        }
        return poller.getFinalResult();
    }

    /**
     * Waits until an operation of an earlier run has ended, or is no longer known to the service. Its outcome is read
     * from its resource.
     *
     * @throws StepException if it takes too long
     */
    void await(ArmResource<?> resource, URI operation, StepContext step, Trace trace)
            throws StepException, InterruptedException {
        Patience patience = new Patience(resource, step);
        while (true) {
            HttpRequest request = new HttpRequest(HttpMethod.GET, operation.toString());
            try (HttpResponse response = clients.pipeline().sendSync(request, trace.context())) {
                if (!isRunning(response)) {
                    return;
                }
                patience.rest(retryAfter(response));
            }
        }
    }

    /**
     * Returns the resource as soon as no operation on it is under way.
     *
     * @throws StepException if it takes too long
     */
    <T> Optional<T> await(ArmResource<?> resource, Supplier<Optional<T>> look, Running<T> running, StepContext step)
            throws StepException, InterruptedException {
        Patience patience = new Patience(resource, step);
        Optional<T> live = look.get();
        while (live.filter(running::test).isPresent()) {
            patience.rest(Optional.empty());
            live = look.get();
        }
        return live;
    }

    /** Waits for the poll interval. */
    void rest(ArmResource<?> resource, StepContext step) throws StepException, InterruptedException {
        new Patience(resource, step).rest(Optional.empty());
    }

    private static boolean isRunning(HttpResponse response) {
        if (response.getStatusCode() == HttpURLConnection.HTTP_ACCEPTED) {
            return true;
        }
        JsonNode body = response.getStatusCode() == HttpURLConnection.HTTP_OK
                ? Json.parse(response.getBodyAsBinaryData().toBytes())
                : Json.object();
        return body.path("status").isTextual() && isRunning(body.path("status").asText());
    }

    private static Optional<Duration> retryAfter(HttpResponse response) {
        @Nullable String header = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
        return Optional.ofNullable(header)
                .filter(value -> value.matches("[1-9]\\d{0,3}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** Tells whether an operation on a resource is under way. */
    @FunctionalInterface
    interface Running<T> {
        boolean test(T live);
    }

    /** The time that has been spent waiting for one operation. */
    private final class Patience {
        private final ArmResource<?> resource;
        private final StepContext step;
        private Duration waited = Duration.ZERO;

        Patience(ArmResource<?> resource, StepContext step) {
            this.resource = resource;
            this.step = step;
        }

        void rest(Optional<Duration> asked) throws StepException, InterruptedException {
            step.cancellation().throwIfCancelled();
            if (waited.compareTo(timing.limit()) >= 0) {
                throw new StepException(
                        "%sThe %s is not ready after %d min. Azure goes on: run this again to wait for it."
                                .formatted(
                                        ArmFailure.position(resource.origin()),
                                        resource.title(),
                                        timing.limit().toMinutes()));
            }
            Duration duration = asked.orElse(timing.poll());
            pause.of(duration, step.cancellation());
            waited = waited.plus(duration);
            step.cancellation().throwIfCancelled();
        }
    }
}
