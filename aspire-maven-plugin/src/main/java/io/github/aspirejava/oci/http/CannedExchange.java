package io.github.aspirejava.oci.http;

import io.github.aspirejava.text.FilteredException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A warm-up exchange with a canned answer, which loads the classes of the HTTP client: loading them takes longer than a
 * near registry's answer, and can be done while there is nothing to send yet. No byte of it leaves this process.
 */
public final class CannedExchange {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private CannedExchange() {}

    /**
     * Runs the exchange.
     *
     * @throws IOException if it fails, which says nothing about later exchanges
     */
    public static void run() throws IOException {
        URI nowhere = URI.create("http://127.0.0.1:1/v2/");
        HttpCall call = new HttpCall(
                "POST", nowhere, Map.of("Accept", "*/*"), Optional.of(HttpBody.of(new byte[1])), TlsFiles.NONE);
        Answer answer = new Transport(HttpSettings.DEFAULT, Timekeeper.SYSTEM, new Sockets(CannedSocket::new))
                .send(call, ANSWER.length());
        if (answer.status() != 200) {
            throw new FilteredException("The answer got lost");
        }
    }

    /** A socket without a peer, whose answer is already there. */
    private static final class CannedSocket extends Socket {
        private final InputStream answer = new ByteArrayInputStream(ANSWER.getBytes(StandardCharsets.US_ASCII));

        @Override
        public void connect(SocketAddress endpoint, int timeout) {
            // There is no peer.
        }

        @Override
        public InputStream getInputStream() {
            return answer;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void setSoTimeout(int timeout) {
            // The answer is already there.
        }
    }
}
