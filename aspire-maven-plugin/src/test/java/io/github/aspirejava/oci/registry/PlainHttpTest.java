package io.github.aspirejava.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PlainHttpTest {
    private static final int TLS_HANDSHAKE = 0x16;
    private static final String WANTS_TLS = String.join(
            "\r\n",
            "HTTP/1.0 400 Bad Request",
            "Connection: close",
            "",
            "Client sent an HTTP request to an HTTPS server.");

    @Test
    void turnsToTlsWhenThePortOfThisMachineAsksForIt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> firstByteOfSecondTry =
                    CompletableFuture.supplyAsync(() -> askForTls(server), task -> new Thread(task).start());
            RegistryHost host = RegistryHost.parse("127.0.0.1:" + server.getLocalPort());

            assertThatThrownBy(() -> new VirtualTime().registries().client(host).checkAccess())
                    .isInstanceOf(RegistryException.class);

            assertThat(firstByteOfSecondTry.get()).isEqualTo(TLS_HANDSHAKE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0015\u0003\u0003\u0000\u0002\u0002F",
                "HTTP/1.1 400 \r\nConnection: close\r\n\r\nThis combination of host and port requires TLS.",
                "HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\nSSL is required",
                "HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            })
    void turnsToTlsAfterAnyAnswerOfATlsPort(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> firstByteOfSecondTry =
                    CompletableFuture.supplyAsync(() -> answer(server, answer), task -> new Thread(task).start());
            RegistryHost host = RegistryHost.parse("127.0.0.1:" + server.getLocalPort());

            assertThatThrownBy(() -> new VirtualTime().registries().client(host).checkAccess())
                    .isInstanceOf(RegistryException.class);

            assertThat(firstByteOfSecondTry.get()).isEqualTo(TLS_HANDSHAKE);
        }
    }

    @Test
    void startsWithTlsWhereTheHostIsNotThisMachine() {
        assertThat(Discovery.firstAddress(RegistryAccess.anonymous(RegistryHost.parse("ghcr.io"))))
                .hasToString("https://ghcr.io/v2/");
        assertThat(Discovery.firstAddress(RegistryAccess.anonymous(RegistryHost.parse("10.0.0.1:5000"))))
                .hasToString("https://10.0.0.1:5000/v2/");
    }

    @Test
    void startsWithTlsWhereAnAuthorityIsNamed() {
        assertThat(Discovery.firstAddress(RegistryAccess.anonymous(RegistryHost.parse("localhost:5000"))
                        .trusting(Path.of("ca.pem"))))
                .hasToString("https://localhost:5000/v2/");
    }

    @Test
    void speaksPlainHttpToThisMachineAndToHostsMarkedInsecure() {
        assertThat(Discovery.firstAddress(RegistryAccess.anonymous(RegistryHost.parse("localhost:5000"))))
                .hasToString("http://localhost:5000/v2/");
        assertThat(Discovery.firstAddress(RegistryAccess.anonymous(RegistryHost.parse("10.0.0.1:5000"))
                        .overPlainHttp()))
                .hasToString("http://10.0.0.1:5000/v2/");
    }

    @Test
    void knowsWhereDockerHubIsServed() {
        assertThat(Discovery.firstAddress(RegistryAccess.anonymous(RegistryHost.DOCKER_HUB)))
                .hasToString("https://registry-1.docker.io/v2/");
    }

    /** Answers as Go's TLS servers do, and returns the next byte. */
    private static int askForTls(ServerSocket server) {
        return answer(server, WANTS_TLS);
    }

    private static int answer(ServerSocket server, String answer) {
        try {
            try (Socket first = server.accept()) {
                readHead(first.getInputStream());
                first.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
            try (Socket second = server.accept()) {
                // No third try: the client would wait for an answer to it.
                server.close();
                return second.getInputStream().read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readHead(InputStream request) throws IOException {
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            head += (char) request.read();
        }
    }
}
