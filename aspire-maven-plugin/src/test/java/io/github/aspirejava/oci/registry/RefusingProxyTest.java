package io.github.aspirejava.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.HttpProxy;
import io.github.aspirejava.oci.http.HttpSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A proxy that requires other credentials. */
@Timeout(60)
class RefusingProxyTest {
    private static final String REFUSAL = String.join(
            "\r\n",
            "HTTP/1.1 407 Proxy Authentication Required",
            "Proxy-Authenticate: Basic realm=\"it\"",
            "Content-Length: 0",
            "Connection: close",
            "",
            "");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "refusing proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void isNamedWithThePlaceOfItsPassword() {
        RegistryAccess plain =
                RegistryAccess.anonymous(RegistryHost.parse("plain.example")).overPlainHttp();

        assertIsRefused(plain);

        assertThat(asked).containsExactly("GET http://plain.example/v2/ HTTP/1.1");
    }

    @Test
    void isNamedInTheSameWayIfItRefusesATunnel() {
        assertIsRefused(RegistryAccess.anonymous(RegistryHost.parse("tls.example")));

        assertThat(asked).isNotEmpty().containsOnly("CONNECT tls.example:443 HTTP/1.1");
    }

    private void assertIsRefused(RegistryAccess access) {
        HttpProxy proxy = new HttpProxy(
                "127.0.0.1", server.getLocalPort(), Optional.of(new Credentials("me", new Secret("hunter2"))));
        HttpSettings settings = HttpSettings.DEFAULT.withProxies(uri -> Optional.of(proxy));

        assertThatThrownBy(() ->
                        new VirtualTime().registries(settings).client(access).checkAccess())
                .hasMessageContaining(
                        "the proxy 127.0.0.1:%d refuses to be used. Check the user and the password of the proxy,"
                                + " in settings.xml or the environment",
                        server.getLocalPort())
                .hasMessageNotContaining("hunter2");
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                asked.add(in.readLine());
                while (!in.readLine().isEmpty()) {
                    // the other headers
                }
                client.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The client has closed the connection, or the test is over.
            }
        }
    }
}
