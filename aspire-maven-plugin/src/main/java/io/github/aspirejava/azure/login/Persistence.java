package io.github.aspirejava.azure.login;

import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.http.NoAnswerException;
import io.github.aspirejava.run.StepContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Retries requests that a new registry refuses temporarily: its DNS name, its servers and the roles for it take effect
 * later than Resource Manager reports it as created. As Aspire does, it retries 30 times at intervals of two seconds,
 * for one minute in all.
 */
final class Persistence {
    private static final int TRIES = 30;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Set<Integer> NOT_THERE_YET = Set.of(404, 408, 429);
    private static final Set<Integer> NOT_ALLOWED_YET = Set.of(401, 403);

    private final RegistryHost host;
    private final Pause pause;
    private final InstantSource clock;

    Persistence(RegistryHost host, Pause pause, InstantSource clock) {
        this.host = host;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Retries {@code attempt} until it succeeds, fails permanently, or the time is over.
     *
     * @param evenIfRefused whether a refusal of the login is retried, too
     * @throws IOException the last failure
     */
    <R> R run(StepContext step, boolean evenIfRefused, Attempt<R> attempt) throws IOException, InterruptedException {
        Instant start = clock.instant();
        for (int tries = 1; ; tries++) {
            step.cancellation().throwIfCancelled();
            try {
                return attempt.run();
            } catch (InterruptedIOException e) {
                step.cancellation().throwIfCancelled();
                throw e;
            } catch (IOException e) {
                Duration elapsed = Duration.between(start, clock.instant());
                if (tries == TRIES || elapsed.plus(PAUSE).compareTo(LIMIT) > 0 || !mayPass(e, evenIfRefused)) {
                    throw tries == 1 ? e : new GivenUpException(tries, elapsed, e);
                }
                if (tries == 1) {
                    step.progress(
                            "%s does not allow a push yet: a new registry or role assignment can take up to a minute"
                                    .formatted(host));
                }
                pause.of(PAUSE, step.cancellation());
            }
        }
    }

    private static boolean mayPass(IOException failure, boolean evenIfRefused) {
        OptionalInt status = LoginFailure.status(failure);
        if (status.isEmpty()) {
            return failure instanceof NoAnswerException unanswered
                    && unanswered.phase() != NoAnswerException.Phase.REFUSED;
        }
        int code = status.getAsInt();
        return code >= 500 || NOT_THERE_YET.contains(code) || (evenIfRefused && NOT_ALLOWED_YET.contains(code));
    }

    /** An operation that can be repeated. */
    @FunctionalInterface
    interface Attempt<R> {
        /** Executes the operation. */
        R run() throws IOException;
    }
}
