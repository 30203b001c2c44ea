package io.github.aspirejava.fakes.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The behavior of the registry beyond the contract of every registry. */
@Timeout(60)
class RegistryFixtureSwitchesTest {
    private static final String CONTENT = "abcdefghij";
    private static final Digest DIGEST = Digest.of(CONTENT.getBytes(StandardCharsets.UTF_8));
    private static final Map<String, String> NONE = Map.of();

    private final HttpClient client = HttpClient.newHttpClient();
    private final RegistryFixture registry = RegistryFixture.start();

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void putsABlobTogetherFromChunks() throws Exception {
        HttpResponse<String> first = send("PATCH", start(), "abc", range("0-2"));
        HttpResponse<String> second = send("PATCH", location(first), "defg", range("3-6"));
        HttpResponse<String> last = send("PUT", location(second) + "&digest=" + DIGEST, "hij", range("7-9"));

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.headers().firstValue("Range")).contains("0-6");
        assertThat(last.statusCode()).isEqualTo(201);
        assertThat(registry.contents().hasBlob("api", DIGEST)).isTrue();
    }

    @Test
    void refusesAChunkThatDoesNotFollowTheLastOne() throws Exception {
        String location = location(send("PATCH", start(), "abc", range("0-2")));

        HttpResponse<String> gap = send("PATCH", location, "fgh", range("5-7"));

        assertThat(gap.statusCode()).isEqualTo(416);
        assertThat(gap.headers().firstValue("Range")).contains("0-2");
    }

    @Test
    void saysHowFarAnUploadCameEvenUnderAnOldLocation() throws Exception {
        String start = start();
        send("PATCH", start, "abc", range("0-2"));

        HttpResponse<String> status = send("GET", start, "", NONE);

        assertThat(status.statusCode()).isEqualTo(204);
        assertThat(status.headers().firstValue("Range")).contains("0-2");
        assertThat(send("PUT", location(status) + "&digest=" + DIGEST, "defghij", NONE)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void canForgetAllLocationsButTheLast() throws Exception {
        registry.refuseOldLocations();
        String start = start();
        send("PATCH", start, "abc", range("0-2"));

        assertThat(send("GET", start, "", NONE).statusCode()).isEqualTo(404);
    }

    @Test
    void endsAnUploadThatIsDeleted() throws Exception {
        String start = start();

        assertThat(send("DELETE", start, "", NONE).statusCode()).isEqualTo(204);
        assertThat(send("GET", start, "", NONE).statusCode()).isEqualTo(404);
    }

    @Test
    void canInsistOnChunks() throws Exception {
        registry.refuseMonolithicUploads().wantChunksOf(5);

        assertThat(send("PUT", start() + "&digest=" + DIGEST, CONTENT, NONE).statusCode())
                .isEqualTo(405);
        String afterShortChunk = location(send("PATCH", start(), "abc", NONE));
        assertThat(send("PATCH", afterShortChunk, "def", NONE).statusCode()).isEqualTo(400);
        assertThat(send("POST", "/v2/api/blobs/uploads/", "", NONE).headers().firstValue("OCI-Chunk-Min-Length"))
                .contains("5");
    }

    @Test
    void canRefuseLongBodies() throws Exception {
        registry.refuseBodiesAbove(5);

        assertThat(send("PUT", start() + "&digest=" + DIGEST, CONTENT, NONE).statusCode())
                .isEqualTo(413);
        String location = location(send("PATCH", start(), "abcde", NONE));
        assertThat(send("PUT", location + "&digest=" + DIGEST, "fghij", NONE).statusCode())
                .isEqualTo(201);
    }

    @Test
    void canCountBlobsInsteadOfStoringThem() throws Exception {
        registry.storeNoBlobs();

        assertThat(send("PUT", start() + "&digest=" + DIGEST, CONTENT, NONE).statusCode())
                .isEqualTo(201);
        assertThat(send("HEAD", "/v2/api/blobs/" + DIGEST, "", NONE).headers().firstValue("Content-Length"))
                .contains("10");
        assertThat(send("PUT", start() + "&digest=" + DIGEST, "other", NONE).statusCode())
                .isEqualTo(400);
    }

    @Test
    void canTakeABlobWithTheFirstRequest() throws Exception {
        String path = "/v2/api/blobs/uploads/?digest=" + DIGEST;

        assertThat(send("POST", path, CONTENT, NONE).statusCode()).isEqualTo(202);
        registry.takeBlobsWithPost();
        assertThat(send("POST", path, CONTENT, NONE).statusCode()).isEqualTo(201);
    }

    @Test
    void canHaveBlobsUploadedElsewhere() throws Exception {
        try (RegistryFixture storage = registry.uploadElsewhere()) {
            String start = start();

            assertThat(start).startsWith("http://" + storage.host());
            assertThat(send("PUT", start + "&digest=" + DIGEST, CONTENT, NONE).statusCode())
                    .isEqualTo(201);
            assertThat(registry.contents().hasBlob("api", DIGEST)).isTrue();
        }
    }

    @Test
    void readsBlobsFromSomeByteOn() throws Exception {
        registry.contents().putBlob("api", DIGEST, CONTENT.getBytes(StandardCharsets.UTF_8));
        String blob = "/v2/api/blobs/" + DIGEST;

        HttpResponse<String> end = send("GET", blob, "", Map.of("Range", "bytes=7-"));
        assertThat(end.statusCode()).isEqualTo(206);
        assertThat(end.body()).isEqualTo("hij");
        assertThat(end.headers().firstValue("Content-Range")).contains("bytes 7-9/10");
        assertThat(send("GET", blob, "", Map.of("Range", "bytes=2-3")).body()).isEqualTo("cd");
        assertThat(send("GET", blob, "", Map.of("Range", "bytes=10-")).statusCode())
                .isEqualTo(416);
    }

    @Test
    void canAnswerASuccessDifferently() throws Exception {
        registry.answerWith(204, LoggedRequest::isBlobUpload);

        assertThat(send("PUT", start() + "&digest=" + DIGEST, CONTENT, NONE).statusCode())
                .isEqualTo(204);
    }

    @Test
    void refusesAManifestWhoseBlobsAreMissing() throws Exception {
        HttpResponse<String> answer = putManifest(DIGEST, "1.0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("MANIFEST_BLOB_UNKNOWN");
    }

    @Test
    void refusesAManifestThatIsNoJson() throws Exception {
        HttpResponse<String> answer = putManifest("<html>", "1.0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("MANIFEST_INVALID");
    }

    @Test
    void canKeepTagsWhereTheyAre() throws Exception {
        registry.immutableTags(409);
        Digest one = stored("one");
        Digest other = stored("other");

        assertThat(putManifest(one, "1.0").statusCode()).isEqualTo(201);
        assertThat(putManifest(one, "1.0").statusCode()).isEqualTo(201);
        assertThat(putManifest(other, "1.0").statusCode()).isEqualTo(409);
        registry.writeOnceTags(400);
        assertThat(putManifest(one, "1.0").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesUpperCaseRepositories() throws Exception {
        assertThat(send("POST", "/v2/Api/blobs/uploads/", "", NONE).body()).contains("NAME_INVALID");
    }

    @Test
    void issuesTokensForRefreshTokens() throws Exception {
        registry.withRefreshToken("refresh").tokensLive(Duration.ofSeconds(7));
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        String asked = "grant_type=refresh_token&service=fixture&client_id=test&scope=repository%3Aapi%3Apull%2Cpush";

        HttpResponse<String> issued = send("POST", "/token", asked + "&refresh_token=refresh", form);
        HttpResponse<String> refused = send("POST", "/token", asked + "&refresh_token=other", form);

        assertThat(issued.body()).contains("\"expires_in\":7");
        assertThat(refused.statusCode()).isEqualTo(401);
        String token = issued.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
        assertThat(send("POST", "/v2/api/blobs/uploads/", "", Map.of("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(202);
    }

    /** Stores a configuration. */
    private Digest stored(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        registry.contents().putBlob("api", Digest.of(bytes), bytes);
        return Digest.of(bytes);
    }

    private HttpResponse<String> putManifest(Digest config, String tag) throws IOException, InterruptedException {
        return putManifest("{\"config\":{\"digest\":\"%s\"},\"layers\":[]}".formatted(config), tag);
    }

    private HttpResponse<String> putManifest(String manifest, String tag) throws IOException, InterruptedException {
        return send(
                "PUT",
                "/v2/api/manifests/" + tag,
                manifest,
                Map.of("Content-Type", "application/vnd.oci.image.manifest.v1+json"));
    }

    private String start() throws IOException, InterruptedException {
        return location(send("POST", "/v2/api/blobs/uploads/", "", NONE));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, String> range(String range) {
        return Map.of("Content-Range", range);
    }

    private HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + registry.host() + "/").resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
