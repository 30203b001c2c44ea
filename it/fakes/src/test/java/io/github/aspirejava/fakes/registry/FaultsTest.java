package io.github.aspirejava.fakes.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The effects of faults on a client, both those of the registry and those of a proxy in front of one. */
@Timeout(60)
class FaultsTest {
    private static final byte[] CONTENT = "0123456789".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    private static final Digest DIGEST = Digest.of(CONTENT);

    private final HttpClient client = HttpClient.newHttpClient();
    private final RegistryFixture registry = RegistryFixture.start();
    private final FaultProxy proxy = FaultProxy.inFrontOf(registry.host().toString());

    /** The server of the client's requests. */
    enum Place {
        REGISTRY,
        PROXY
    }

    @AfterEach
    void stop() {
        proxy.close();
        registry.close();
    }

    @ParameterizedTest
    @EnumSource
    void withoutFaultsABlobComesInAndOut(Place place) throws Exception {
        HttpResponse<byte[]> put = send(place, "PUT", startUpload(place) + "&digest=" + DIGEST, CONTENT);
        HttpResponse<byte[]> got = send(place, "GET", blob(), new byte[0]);

        assertThat(put.statusCode()).isEqualTo(201);
        assertThat(got.body()).isEqualTo(CONTENT);
        assertThat(got.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(server(place).requests()).extracting(LoggedRequest::method).containsExactly("POST", "PUT", "GET");
    }

    @ParameterizedTest
    @EnumSource
    void aStatusStrikesByCountAndSaysWhenToComeBack(Place place) throws Exception {
        server(place).fail(Fault.status(429, "2").skip(1).times(2), LoggedRequest.matching("HEAD", "/v2/api/.*"));
        server(place).fail(Fault.status(503, Instant.EPOCH), LoggedRequest.matching("GET", "/v2/"));

        List<Integer> statuses = new ArrayList<>();
        List<String> waits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            HttpResponse<byte[]> response = send(place, "HEAD", blob(), new byte[0]);
            statuses.add(response.statusCode());
            waits.addAll(response.headers().allValues("Retry-After"));
        }

        assertThat(statuses).containsExactly(404, 429, 429, 404);
        assertThat(waits).containsExactly("2", "2");
        assertThat(send(place, "GET", "/v2/", new byte[0]).headers().firstValue("Retry-After"))
                .contains("Thu, 1 Jan 1970 00:00:00 GMT");
        assertThat(registry.requests(r -> r.path().equals("/v2/"))).hasSize(place == Place.PROXY ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsClosedBeforeDoesNothing(Place place) throws Exception {
        server(place).fail(Fault.close().times(1), LoggedRequest::isBlobUpload);
        String upload = startUpload(place) + "&digest=" + DIGEST;

        assertThatIOException().isThrownBy(() -> send(place, "PUT", upload, CONTENT));

        assertThat(registry.contents().hasBlob("api", DIGEST)).isFalse();
        assertThat(send(place, "PUT", upload, CONTENT).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatBreaksOffIsKeptAsFarAsItCame(Place place) throws Exception {
        server(place).fail(Fault.closeInBody(100_000).times(1), LoggedRequest::isBlobUpload);
        String upload = startUpload(place);

        assertThatIOException().isThrownBy(() -> send(place, "PUT", upload + "&digest=" + DIGEST, CONTENT));

        assertThat(registry.contents().hasBlob("api", DIGEST)).isFalse();
        if (place == Place.REGISTRY) {
            assertThat(send(place, "GET", upload, new byte[0]).headers().firstValue("Range"))
                    .contains("0-99999");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatBreaksOffCanBeForgotten(Place place) throws Exception {
        registry.loseBrokenUploads();
        server(place).fail(Fault.closeInBody(100_000).times(1), LoggedRequest::isBlobUpload);
        String upload = startUpload(place);

        assertThatIOException().isThrownBy(() -> send(place, "PUT", upload + "&digest=" + DIGEST, CONTENT));

        assertThat(send(place, "PUT", upload + "&digest=" + DIGEST, CONTENT).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void aLostReplyIsOfSomethingThatIsDone(Place place) throws Exception {
        server(place).fail(Fault.loseReply().times(1), LoggedRequest::isBlobUpload);
        String upload = startUpload(place) + "&digest=" + DIGEST;

        assertThatIOException().isThrownBy(() -> send(place, "PUT", upload, CONTENT));

        assertThat(registry.contents().blob("api", DIGEST)).contains(CONTENT);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyCanBeCutOff(Place place) {
        registry.contents().putBlob("api", DIGEST, CONTENT);
        server(place).fail(Fault.truncateReply(5).times(2), request -> true);

        assertThatIOException().isThrownBy(() -> send(place, "GET", blob(), new byte[0]));
        assertThatIOException().isThrownBy(() -> startUpload(place));
    }

    @ParameterizedTest
    @EnumSource
    void aStatusAtOnceComesWhileTheBodyIsStillBeingSent(Place place) throws Exception {
        server(place).fail(Fault.statusAtOnce(413).times(1), LoggedRequest::isBlobUpload);
        URI upload = uri(place, startUpload(place) + "&digest=" + DIGEST);

        try (Socket socket = new Socket(upload.getHost(), upload.getPort())) {
            String head = "PUT %s?%s HTTP/1.1\r\nHost: fixture\r\nContent-Length: 1000000\r\n\r\n"
                    .formatted(upload.getPath(), upload.getQuery());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoTriesTlsIsNotKeptWaiting(Place place) throws Exception {
        URI server = uri(place, "/");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(new byte[] {0x16, 3, 1});

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameFaults(Place place) throws Exception {
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            server(place).heal();
            server(place).failAtRandom(42, 0.3, Fault.status(500), Fault.status(429));
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                statuses.add(send(place, "GET", "/v2/", new byte[0]).statusCode());
            }
            runs.add(statuses);
        }

        assertThat(runs.get(0)).contains(200, 429, 500).isEqualTo(runs.get(1));
    }

    private FaultServer server(Place place) {
        return place == Place.PROXY ? proxy : registry;
    }

    private URI uri(Place place, String path) {
        return URI.create("http://" + server(place).host() + path);
    }

    private static String blob() {
        return "/v2/api/blobs/" + DIGEST;
    }

    private String startUpload(Place place) throws IOException, InterruptedException {
        return send(place, "POST", "/v2/api/blobs/uploads/", new byte[0])
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpResponse<byte[]> send(Place place, String method, String path, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(place, path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
