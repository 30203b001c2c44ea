package io.github.aspirejava.azure.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.HttpProxy;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.http.NoAnswerException;
import io.github.aspirejava.oci.http.Timekeeper;
import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The SDK's requests over the session's HTTP client, against a server that may not answer. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // JUnit sets the field
class ArmHttpTest {
    private final List<String> log = new CopyOnWriteArrayList<>();
    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void assertInterruptible(HttpClient http) throws Exception {
        assertThatThrownBy(() -> {
                    server.whenAsked(Thread.currentThread()::interrupt);
                    http.sendSync(get(), Context.NONE);
                })
                .hasCauseInstanceOf(InterruptedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        server.awaitHangUp();
    }

    @Test
    void interruptsARequestThatGetsNoAnswer() throws Exception {
        assertInterruptible(client(HttpSettings.DEFAULT));
    }

    @Test
    void interruptsAnAnswerThatDoesNotEnd() throws Exception {
        server.answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nnot so");
        assertInterruptible(client(HttpSettings.DEFAULT));
    }

    @Test
    void interruptsWhoWaitsForAnAsynchronousRequest() throws Exception {
        HttpClient http = client(HttpSettings.DEFAULT);

        assertThatThrownBy(() -> {
                    server.whenAsked(Thread.currentThread()::interrupt);
                    http.send(get()).block();
                })
                .isInstanceOf(RuntimeException.class);

        Thread.interrupted();
        server.awaitHangUp();
    }

    @Test
    void abortsEveryRequestWithTheSessionAndSendsNoMore() throws Exception {
        Transport transport = transport(HttpSettings.DEFAULT);
        HttpClient http = ArmHttp.client(transport.client(Optional.empty()));
        server.whenAsked(transport::callOff);

        assertThatThrownBy(() -> http.sendSync(get(), Context.NONE)).hasCauseInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(() -> http.sendSync(get(), Context.NONE)).hasCauseInstanceOf(InterruptedIOException.class);

        server.awaitHangUp();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void givesUpWaitingForAByteAfterTheIdleTimeout() {
        HttpSettings settings = new HttpSettings(
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                5,
                HttpSettings.DEFAULT.proxies(),
                HttpSettings.DEFAULT.log());

        assertThatThrownBy(() -> client(settings).sendSync(get(), Context.NONE))
                .cause()
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("did not answer within");
    }

    @Test
    void introducesItselfToAProxyThatIsNotATunnelWithTheFirstRequest() {
        server.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Credentials login = new Credentials("me", new Secret("Pr0xy!"));
        HttpClient http = client(HttpSettings.DEFAULT.withProxies(
                uri -> Optional.of(new HttpProxy("127.0.0.1", server.port(), Optional.of(login)))));

        try (HttpResponse response =
                http.sendSync(new HttpRequest(HttpMethod.GET, "http://vault.example/token?secret=1"), Context.NONE)) {
            assertThat(response.getBodyAsBinaryData()).hasToString("ok");
        }

        assertThat(server.asked())
                .singleElement()
                .asString()
                .startsWith("GET http://vault.example/token?secret=1 HTTP/1.1")
                .contains("Proxy-Authorization: " + login.basicAuthorization());
        assertThat(log).singleElement().asString().matches("GET http://vault\\.example/token: 200 after \\d+ ms");
    }

    @Test
    void namesTheProxyThatRefusesIt() {
        server.answer("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
        Credentials login = new Credentials("me", new Secret("Pr0xy!"));
        HttpClient http = client(HttpSettings.DEFAULT.withProxies(
                uri -> Optional.of(new HttpProxy("127.0.0.1", server.port(), Optional.of(login)))));

        for (String scheme : List.of("http", "https")) {
            assertThatThrownBy(() -> http.sendSync(
                            new HttpRequest(HttpMethod.GET, scheme + "://management.example/"), Context.NONE))
                    .satisfies(failure -> assertThat(Unanswered.text(failure))
                            .isEqualTo(
                                    "the proxy 127.0.0.1:%d refuses to be used. Check the user and the password of the proxy, in settings.xml or the environment",
                                    server.port()));
        }
    }

    @Test
    void sendsABodyWithItsLength() {
        server.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        HttpRequest request = new HttpRequest(HttpMethod.PUT, "http://127.0.0.1:%d/".formatted(server.port()))
                .setBody("grüße".getBytes(StandardCharsets.UTF_8));

        try (HttpResponse response = client(HttpSettings.DEFAULT).sendSync(request, Context.NONE)) {
            assertThat(response.getStatusCode()).isEqualTo(200);
        }

        assertThat(server.asked()).singleElement().asString().contains("Content-Length: 7");
    }

    private HttpRequest get() {
        return new HttpRequest(HttpMethod.GET, "http://127.0.0.1:%d/".formatted(server.port()));
    }

    private HttpClient client(HttpSettings settings) {
        try {
            return ArmHttp.client(transport(settings).client(Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Transport transport(HttpSettings settings) {
        return new Transport(settings.withLog(line -> log.add(line.get())), Timekeeper.SYSTEM);
    }
}
