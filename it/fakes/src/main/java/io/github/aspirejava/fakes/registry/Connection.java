package io.github.aspirejava.fakes.registry;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A client's connection, HTTP/1.1 by RFC 9112 as far as registry clients use it. */
final class Connection implements AutoCloseable {
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int MAX_LINE = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
    }

    /**
     * Waits for the next request; empty if the client has closed the connection or speaks TLS. A client that tries TLS
     * first must not wait for an answer to its handshake.
     */
    Optional<Request> next(Clock clock) throws IOException {
        in.mark(1);
        int first = in.read();
        if (first < 0 || first == TLS_HANDSHAKE) {
            return Optional.empty();
        }
        in.reset();
        String[] start = readLine(in).split(" ", -1);
        Map<String, String> headers = new TreeMap<>();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
        }
        URI target = URI.create(start[1]);
        LoggedRequest head = new LoggedRequest(
                start[0],
                target.getPath(),
                Optional.ofNullable(target.getRawQuery()).orElse(""),
                headers,
                clock.instant());
        return Optional.of(new Request(head, body(head)));
    }

    private InputStream body(LoggedRequest head) throws IOException {
        if (head.header("Expect").isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return head.header("Transfer-Encoding").isPresent()
                ? new BodyStream.Chunked(in)
                : new BodyStream.Fixed(in, head.contentLength());
    }

    /** Sends an answer to {@code request}. */
    void send(LoggedRequest request, Answer answer) throws IOException {
        out.write(head(answer));
        if (!request.method().equals("HEAD")) {
            try (InputStream body = answer.open()) {
                body.transferTo(out);
            }
        }
        out.flush();
    }

    /** Sends only the first bytes of an answer's body; for an answer without a body, only a part of the head. */
    void sendTruncated(LoggedRequest request, Answer answer, long bytes) throws IOException {
        byte[] head = head(answer);
        if (answer.length() == 0 || request.method().equals("HEAD")) {
            out.write(head, 0, head.length / 2);
        } else {
            out.write(head);
            try (InputStream body = answer.open()) {
                out.write(body.readNBytes((int) Math.min(bytes, answer.length() - 1)));
            }
        }
        out.flush();
    }

    /** Waits until the client closes the connection. */
    void awaitEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static byte[] head(Answer answer) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
        answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Reads up to the next line feed. */
    static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() == MAX_LINE) {
                throw new EOFException("The client has gone in the middle of a line");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
