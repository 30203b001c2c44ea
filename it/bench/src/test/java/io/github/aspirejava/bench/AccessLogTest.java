package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccessLogTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void countsRequestsUploadsAndMounts() {
        AccessLog log = AccessLog.parse(List.of(
                "time=\"2026-01-01T00:00:00Z\" level=info msg=\"listening on 127.0.0.1:5000\"",
                line("HEAD /v2/bench/svc-1/blobs/sha256:" + DIGEST, 404),
                line("POST /v2/bench/svc-1/blobs/uploads/", 202),
                line("PUT /v2/bench/svc-1/blobs/uploads/1?_state=x&digest=sha256%3A" + DIGEST, 201),
                line("PUT /v2/bench/svc-2/blobs/uploads/2?_state=x&digest=sha256:" + DIGEST, 201),
                line("PUT /v2/bench/svc-2/blobs/uploads/2?_state=x&digest=sha256:" + DIGEST, 404),
                line("POST /v2/bench/svc-3/blobs/uploads/?mount=sha256:" + DIGEST + "&from=bench/svc-1", 201),
                line("POST /v2/bench/svc-4/blobs/uploads/?mount=sha256:" + DIGEST + "&from=bench/svc-1", 202),
                line("PUT /v2/bench/svc-1/manifests/1", 201),
                line("GET /v2/bench/svc-1/manifests/1", 200, 7),
                line("GET /v2/bench/svc-1/blobs/sha256:" + DIGEST, 200, 1000),
                line("GET /v2/bench/svc-2/blobs/sha256:" + DIGEST, 200, 20)));

        assertThat(log.downloaded()).isEqualTo(1020);
        assertThat(log.requests()).isEqualTo(11);
        assertThat(log.uploads()).containsExactly(DIGEST, DIGEST);
        assertThat(log.distinctUploads()).isEqualTo(1);
        assertThat(log.mounts()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatBelongsToMeasuring() {
        AccessLog log =
                AccessLog.parse(List.of(line("GET /v2/?mark=3", 200), line("POST /v2/warm-up/1/blobs/uploads/", 202)));

        assertThat(log.requests()).isZero();
    }

    private static String line(String request, int status) {
        return line(request, status, 0);
    }

    private static String line(String request, int status, int bytes) {
        return "127.0.0.1 - - [01/Jan/2026:00:00:00 +0000] \"%s HTTP/1.1\" %d %d \"\" \"client/1\""
                .formatted(request, status, bytes);
    }
}
