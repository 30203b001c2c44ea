package io.github.aspirejava.fakes.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * A fault of a request. It affects each matching request, unless {@link #times} and {@link #skip} select some of them.
 */
public final class Fault {
    private static final long ENDLESS = 1L << 40;

    private final Effect effect;
    private final int skip;
    private final int times;

    private Fault(Effect effect, int skip, int times) {
        this.effect = effect;
        this.skip = skip;
        this.times = times;
    }

    private Fault(Effect effect) {
        this(effect, 0, Integer.MAX_VALUE);
    }

    /** Reads the request, executes nothing, and answers with this status. */
    public static Fault status(int status) {
        return new Fault((request, server, connection) -> refuse(request, connection, refusal(status)));
    }

    /** Does the same, with this header {@code Retry-After}. */
    public static Fault status(int status, String retryAfter) {
        return new Fault((request, server, connection) ->
                refuse(request, connection, refusal(status).header("Retry-After", retryAfter)));
    }

    /** Does the same, with a date in {@code Retry-After}. */
    public static Fault status(int status, Instant retryAfter) {
        return status(status, DateTimeFormatter.RFC_1123_DATE_TIME.format(retryAfter.atOffset(ZoneOffset.UTC)));
    }

    /** Reads the request, executes nothing, and sends this answer, valid or not. */
    public static Fault answer(int status, Map<String, String> headers, byte[] body) {
        byte[] copy = body.clone();
        return new Fault((request, server, connection) -> {
            Answer answer = Answer.of(status).body(copy.length, () -> new ByteArrayInputStream(copy));
            headers.forEach(answer::header);
            return refuse(request, connection, answer);
        });
    }

    /** Reads the request, executes nothing, and redirects it with this status to its own address. */
    public static Fault redirect(int status) {
        return new Fault((request, server, connection) -> refuse(
                request,
                connection,
                Answer.of(status)
                        .header(
                                "Location",
                                request.head().path() + "?" + request.head().query())));
    }

    /** Executes nothing, and sends an answer whose body exceeds any memory: a terabyte of spaces. */
    public static Fault endlessAnswer(int status, String mediaType) {
        return new Fault((request, server, connection) -> refuse(
                request,
                connection,
                Answer.of(status).body(ENDLESS, Spaces::new).header("Content-Type", mediaType)));
    }

    /** Answers with this status before the request's body is read, and closes the connection. */
    public static Fault statusAtOnce(int status) {
        return new Fault((request, server, connection) -> {
            connection.send(request.head(), refusal(status).header("Connection", "close"));
            return false;
        });
    }

    /** Closes the connection before the request's body is read. */
    public static Fault close() {
        return new Fault((request, server, connection) -> false);
    }

    /** Closes the connection after {@code bytes} bytes of the request's body, or just before its end. */
    public static Fault closeInBody(long bytes) {
        return new Fault((request, server, connection) -> {
            if (request.head().hasBody()) {
                server.answer(request.breakingAfter(bytes));
            }
            return false;
        });
    }

    /** Executes the request, and closes the connection instead of answering. */
    public static Fault loseReply() {
        return new Fault((request, server, connection) -> {
            server.answer(request);
            request.drain();
            return false;
        });
    }

    /**
     * Executes the request, and sends only this number of bytes of the answer's body. An answer without a body is
     * truncated in its head.
     */
    public static Fault truncateReply(long bytes) {
        return new Fault((request, server, connection) -> {
            Answer answer = server.answer(request);
            request.drain();
            connection.sendTruncated(request.head(), answer, bytes);
            return false;
        });
    }

    /**
     * Truncates the answer as {@link #truncateReply}, but keeps the connection open, and silent, until the client
     * closes it.
     */
    public static Fault stallReply(long bytes) {
        return new Fault((request, server, connection) -> {
            Answer answer = server.answer(request);
            request.drain();
            connection.sendTruncated(request.head(), answer, bytes);
            connection.awaitEnd();
            return false;
        });
    }

    /** Returns the same fault for the first {@code count} of the requests that are not skipped. */
    public Fault times(int count) {
        return new Fault(effect, skip, count);
    }

    /** Returns the same fault, which skips the first {@code count} requests. */
    public Fault skip(int count) {
        return new Fault(effect, count, times);
    }

    Effect effect() {
        return effect;
    }

    private static boolean refuse(Request request, Connection connection, Answer answer) throws IOException {
        request.drain();
        connection.send(request.head(), answer);
        return true;
    }

    private static Answer refusal(int status) {
        return Answer.error(status, "UNKNOWN", "a fault of the test");
    }

    /** Returns whether the fault affects the {@code n}th matching request, counted from 0. */
    boolean strikes(int n) {
        return n >= skip && n - skip < times;
    }

    /** The effect on one request. */
    @FunctionalInterface
    interface Effect {
        /** Applies the effect; returns whether the connection can be used for another request. */
        boolean play(Request request, FaultServer server, Connection connection)
                throws IOException, InterruptedException;
    }
}
