package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistryRequestTest {

    @Test
    void isReadFromALineOfTheAccessLog() {
        String line =
                "127.0.0.1 - - [23/Nov/2026:12:00:00 +0000] \"PUT /v2/shop/api/manifests/1.0.0 HTTP/1.1\" 201 0 \"\" \"Java\"";

        assertThat(RegistryRequest.parse(line))
                .contains(new RegistryRequest("PUT", "/v2/shop/api/manifests/1.0.0", 201));
    }

    @Test
    void isNotReadFromOtherLines() {
        assertThat(RegistryRequest.parse("time=\"2026-11-23T12:00:00Z\" level=info msg=\"listening on 127.0.0.1:1\""))
                .isEmpty();
    }

    @Test
    void tellsUploadsFromQuestionsAboutBlobs() {
        assertThat(new RegistryRequest("PATCH", "/v2/a/blobs/uploads/7", 202).bringsBytes())
                .isTrue();
        assertThat(new RegistryRequest("PUT", "/v2/a/blobs/uploads/7?digest=sha256:1", 201).bringsBytes())
                .isTrue();
        assertThat(new RegistryRequest("POST", "/v2/a/blobs/uploads/", 202).bringsBytes())
                .isFalse();
    }
}
