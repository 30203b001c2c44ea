package io.github.aspirejava.oci.http;

import io.github.aspirejava.concurrent.Blocking;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.text.ForeignText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The single exit for requests: every request to a registry, a token server or a blob store is sent here, once. It
 * holds everything that all requests have in common: concurrency limits, proxies, trust, timeouts, and cancellation.
 */
public final class Transport {
    /** The longest pause for a host; a caller that would have to wait longer gives up. */
    public static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MAX_EXPLANATION_BYTES = 64 * 1024;

    private final HttpSettings settings;
    private final HttpClients clients;
    private final HostGates gates;
    private final Timekeeper time;
    private final Cancellation cancellation = new Cancellation();
    private final Failures failures;

    /** Creates the transport to all hosts with these settings. */
    public Transport(HttpSettings settings, Timekeeper time) {
        this(settings, time, new Sockets(BufferedSocket::new));
    }

    Transport(HttpSettings settings, Timekeeper time, SocketFactory sockets) {
        this.settings = settings;
        this.time = time;
        this.clients = new HttpClients(settings, sockets);
        this.gates = new HostGates(settings.connectionsPerHost(), time, cancellation);
        this.failures = new Failures(settings);
        cancellation.onCancel(clients::cancelAll);
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param atMost the maximum number of bytes of the answer's body; the rest is not read
     * @throws NoAnswerException if no complete answer arrives
     * @throws BodyException if the request's body cannot be read
     * @throws InterruptedIOException if the thread is interrupted (its interrupt status is set) or the transport is
     *     cancelled
     */
    public Answer send(HttpCall call, int atMost) throws IOException {
        return inTurn(call, response -> {
            byte[] body = response.body().byteStream().readNBytes(atMost);
            response.close();
            return answer(response, body);
        });
    }

    /**
     * Sends a request whose answer is streamed to the caller, if it is a success; the body of another answer is in its
     * head. Throws the same exceptions as {@link #send}.
     */
    public Download open(HttpCall call) throws IOException {
        return inTurn(call, response -> {
            InputStream body = response.body().byteStream();
            if (response.isSuccessful()) {
                return new Download(answer(response, new byte[0]), body);
            }
            byte[] explanation = body.readNBytes(MAX_EXPLANATION_BYTES);
            response.close();
            return new Download(answer(response, explanation), InputStream.nullInputStream());
        });
    }

    /** Pauses all requests to the host of {@code uri} for this time. */
    public void leaveAlone(URI uri, Duration pause) {
        log(uri, pause);
        gates.of(uri).close(pause);
    }

    /**
     * Returns the HTTP client itself, for a library that sends its own requests. They have connections, proxies, trust,
     * timeouts, log and cancellation in common with all others, but neither the concurrency limits nor the pauses of a
     * host: such a library retries by itself.
     *
     * @param caFile certificates, in PEM, of authorities that are trusted in addition to Java's
     * @throws IOException if they cannot be read; the message is one line
     */
    public OkHttpClient client(Optional<Path> caFile) throws IOException {
        return clients.trusting(caFile)
                .newBuilder()
                .addInterceptor(new LibraryExchanges(clients.proxies(), failures, settings.log(), cancellation))
                .build();
    }

    /** Returns the clock of all exchanges. */
    public Timekeeper time() {
        return time;
    }

    /** Returns the cancellation of the transport. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Cancels the transport permanently: active exchanges are aborted, and nothing is sent any more. */
    public void callOff() {
        cancellation.cancel();
        clients.close();
    }

    private <R> R inTurn(HttpCall call, Reader<R> reader) throws IOException {
        // Opened before its turn: it may be a download from the very host that this request waits for.
        try (InputStream body = open(call.body())) {
            HostGate gate = gates.of(call.uri());
            enter(gate);
            try {
                return exchange(call, body, response -> {
                    heed(response, gate);
                    return reader.read(response);
                });
            } finally {
                gate.leave();
            }
        }
    }

    /** Applies a 429 or Retry-After of an answer to all requests to that host, before the next one is sent. */
    private void heed(Response response, HostGate gate) {
        Optional<Duration> pause = Optional.ofNullable(response.header("Retry-After"))
                .filter(text -> response.code() >= HttpURLConnection.HTTP_BAD_REQUEST)
                .flatMap(text -> RetryAfter.parse(text, time.now()))
                .filter(wanted -> wanted.compareTo(LONGEST_SILENCE) <= 0);
        pause.ifPresent(wanted -> log(response.request().url().uri(), wanted));
        if (response.code() == TOO_MANY_REQUESTS) {
            gate.throttle(pause.orElse(Duration.ZERO));
        } else if (pause.isPresent()) {
            gate.close(pause.get());
        } else {
            gate.answered();
        }
    }

    private void log(URI uri, Duration pause) {
        settings.log().exchanged(() -> "%s is left alone for %d ms".formatted(WebOrigin.server(uri), pause.toMillis()));
    }

    private static InputStream open(Optional<HttpBody> body) throws IOException {
        try {
            return body.isPresent() ? body.get().open() : InputStream.nullInputStream();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new BodyException(e);
        }
    }

    private <R> R exchange(HttpCall call, InputStream body, Reader<R> reader) throws IOException {
        OkHttpClient client = clients.client(call);
        OneShotBody bytes = new OneShotBody(call, body);
        okhttp3.Call request = client.newCall(Requests.of(call, bytes, clients.proxies()));
        long start = System.nanoTime();
        try {
            cancellation.interruptIfCancelled();
            return Blocking.call(() -> {
                Response response = request.execute();
                try {
                    clients.proxies().checkAccepted(response);
                    log(call, Integer.toString(response.code()), start);
                    return reader.read(response);
                } catch (IOException e) {
                    response.close();
                    throw e;
                }
            });
        } catch (IOException e) {
            log(call, ForeignText.line(e.getMessage()), start);
            throw explained(call, bytes, e);
        }
    }

    private void log(HttpCall call, String outcome, long start) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        settings.log().exchanged(() -> "%s: %s after %d ms".formatted(call.line(), outcome, millis));
    }

    private IOException explained(HttpCall call, OneShotBody body, IOException e) throws InterruptedIOException {
        cancellation.interruptIfCancelled();
        if (Thread.currentThread().isInterrupted()) {
            return interrupted();
        }
        return body.failure().<IOException>map(BodyException::new).orElseGet(() -> failures.explain(call.uri(), e));
    }

    private static Answer answer(Response response, byte[] body) {
        return new Answer(response.code(), response.request().url().uri(), response.headers(), body);
    }

    private static void enter(HostGate gate) throws InterruptedIOException {
        try {
            gate.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        return new InterruptedIOException("Interrupted");
    }

    @FunctionalInterface
    private interface Reader<R> {
        R read(Response response) throws IOException;
    }
}
