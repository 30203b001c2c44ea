package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.NoAnswerException;
import io.github.aspirejava.oci.http.WebOrigin;
import io.github.aspirejava.text.ForeignText;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signals that a registry cannot be reached, or has refused a request. The message is one line: what was attempted,
 * what the host answered, and what to check; it contains no secret.
 */
public final class RegistryException extends IOException {
    /** The {@link #status} of a request that got no answer. */
    public static final int NO_ANSWER = 0;

    /**
     * The statuses below 500 that do not depend on the request itself, by RFC 9110, and nginx's 499. From 500 on all
     * are transient, Cloudflare's 520 to 524 included, except {@code PERMANENT_FROM_500}.
     */
    private static final Set<Integer> TRANSIENT_BELOW_500 = Set.of(408, 425, 429, 499);

    private static final Set<Integer> PERMANENT_FROM_500 = Set.of(501, 505, 511);

    private static final Pattern END = Pattern.compile("[.\\s]+$");

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Attempt attempt;
    private final transient List<RegistryError> errors;
    private final transient Repeat repeat;

    private RegistryException(
            int status,
            Attempt attempt,
            List<RegistryError> errors,
            Repeat repeat,
            String message,
            @Nullable Throwable cause) {
        super(ForeignText.line(message), cause);
        this.status = status;
        this.attempt = attempt;
        this.errors = errors;
        this.repeat = repeat;
    }

    /**
     * The request that failed.
     *
     * @param server the server that answered, or did not
     * @param purpose the purpose of the request, in words
     */
    private record Attempt(RegistryHost host, URI server, String purpose) {}

    /**
     * The prospects of the same request.
     *
     * @param mayHelp whether it may succeed
     * @param withoutConnection whether there was no connection
     * @param after the pause that the server requests
     */
    private record Repeat(
            boolean mayHelp,
            boolean withoutConnection,
            @Nullable Duration after) {
        static final Repeat YES = new Repeat(true, false, null);

        Repeat notAgain() {
            return new Repeat(false, withoutConnection, after);
        }
    }

    /** Creates the exception for a request without an answer. */
    static RegistryException unreachable(RegistryHost host, URI server, String attempted, NoAnswerException e) {
        Repeat repeat = new Repeat(
                e.phase() != NoAnswerException.Phase.REFUSED, e.phase() == NoAnswerException.Phase.CONNECTING, null);
        return new RegistryException(
                NO_ANSWER,
                new Attempt(host, server, attempted),
                List.of(),
                repeat,
                "Cannot %s: %s. %s.".formatted(attempted, withoutStop(e.problem()), withoutStop(e.advice())),
                e);
    }

    /** Creates the exception for an answer that broke off. */
    static RegistryException broken(RegistryHost host, URI server, String attempted, IOException e) {
        String message = "Cannot %s: the answer of %s broke off: %s. Try again."
                .formatted(attempted, WebOrigin.server(server), withoutStop(ForeignText.line(e.getMessage())));
        return new RegistryException(
                NO_ANSWER, new Attempt(host, server, attempted), List.of(), Repeat.YES, message, e);
    }

    /** Creates the exception for an answer with the right status and invalid content, for the reason in {@code why}. */
    static RegistryException unusable(Answer answer, RegistryHost host, String attempted, String why) {
        return refused(answer, host, attempted, List.of(), why, Optional.empty());
    }

    /** Creates the exception for an answer other than the expected one. */
    static RegistryException refused(
            Answer answer,
            RegistryHost host,
            String attempted,
            List<RegistryError> errors,
            String advice,
            Optional<Duration> retryAfter) {
        int status = answer.status();
        String own = withoutStop(errors.stream().map(RegistryError::toString).collect(Collectors.joining("; ")));
        String said = own.isEmpty() ? "%s answered %d" : "%s answered %d %s";
        String message = "Cannot %s: %s. %s"
                .formatted(
                        attempted,
                        said.formatted(WebOrigin.server(answer.uri()), status, own),
                        advice.isEmpty() ? "" : withoutStop(advice) + ".");
        return new RegistryException(
                status,
                new Attempt(host, answer.uri(), attempted),
                List.copyOf(errors),
                new Repeat(isTransient(status), false, retryAfter.orElse(null)),
                message.strip(),
                null);
    }

    /** Returns a text that is part of a sentence: others write their sentences with the stop. */
    private static String withoutStop(String text) {
        return END.matcher(text).replaceFirst("");
    }

    /** Returns whether a retry may get another status than this one. */
    static boolean isTransient(int status) {
        return status >= 500 ? !PERMANENT_FROM_500.contains(status) : TRANSIENT_BELOW_500.contains(status);
    }

    /** Returns the same exception after the last retry; no caller retries further. */
    RegistryException givenUp(int tries, Duration time) {
        StringBuilder message = new StringBuilder(String.valueOf(getMessage()));
        retryAfter()
                .ifPresent(pause ->
                        message.append(" It asks to wait %d s before the next request.".formatted(pause.toSeconds())));
        if (tries > 1) {
            message.append(" It was tried %d times in %d s.".formatted(tries, time.toSeconds()));
        }
        return new RegistryException(status, attempt, errors, repeat.notAgain(), message.toString(), getCause());
    }

    /** Returns the same exception, marked for an immediate retry. */
    RegistryException worthAnotherTry() {
        return new RegistryException(status, attempt, errors, Repeat.YES, String.valueOf(getMessage()), getCause());
    }

    /** Returns the same exception with another message. */
    public RegistryException saying(String message) {
        return new RegistryException(status, attempt, errors, repeat.notAgain(), message, this);
    }

    /** Returns the HTTP status, or {@link #NO_ANSWER}. */
    public int status() {
        return status;
    }

    /** Returns the registry that the request was sent to. */
    public RegistryHost host() {
        return attempt.host();
    }

    /** Returns what was attempted, such as {@code read the manifest shop/api:1.0 at ghcr.io}. */
    public String attempted() {
        return attempt.purpose();
    }

    /** Returns the registry's own errors, if any. */
    public List<RegistryError> errors() {
        return errors;
    }

    /** Returns the server that answered, or did not: the registry, its token server, or its blob store. */
    URI server() {
        return attempt.server();
    }

    /** Returns whether a retry may help. */
    boolean isTransient() {
        return repeat.mayHelp();
    }

    /** Returns whether a connection ended, or an answer was no HTTP; not whether the time was up. */
    boolean isCutOff() {
        return status == NO_ANSWER
                && repeat.mayHelp()
                && !repeat.withoutConnection()
                && getCause() instanceof NoAnswerException cause
                && !(cause.getCause() instanceof SocketTimeoutException);
    }

    boolean isWithoutConnection() {
        return repeat.withoutConnection();
    }

    /** Returns the pause that the server requests, if it does. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(repeat.after());
    }
}
