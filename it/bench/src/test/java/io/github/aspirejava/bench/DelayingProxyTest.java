package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DelayingProxyTest {
    @Test
    void bringsRequestAndAnswerAndTheirEnds() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DelayingProxy proxy = DelayingProxy.start(0, server.getLocalPort(), 1)) {
            CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answer(server));
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
                client.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                client.shutdownOutput();

                assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("hello to you");
            }
            answering.join();
        }
    }

    @Test
    void closesAConnectionWhoseServerIsNotThere() throws Exception {
        int nobody;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = server.getLocalPort();
        }
        try (DelayingProxy proxy = DelayingProxy.start(0, nobody, 1);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static void answer(ServerSocket server) {
        try (Socket connection = server.accept()) {
            byte[] request = connection.getInputStream().readAllBytes();
            connection.getOutputStream().write(request);
            connection.getOutputStream().write(" to you".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
