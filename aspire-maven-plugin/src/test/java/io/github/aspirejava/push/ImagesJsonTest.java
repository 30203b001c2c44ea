package io.github.aspirejava.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesJsonTest {
    private static final Digest DIGEST = Digest.of("image".getBytes(StandardCharsets.UTF_8));

    @Test
    void holdsWhatTheContractNames() {
        PushedImage image = new PushedImage(
                List.of("host/repo/api:1.0", "host/repo/api:latest"),
                DIGEST,
                "application/vnd.oci.image.manifest.v1+json",
                List.of(Platform.LINUX_AMD64),
                123,
                new BlobCounts(2, 1, 4),
                456);

        assertThat(ImagesJson.render(List.of(new PushedService("api", "docker", image)))
                        .replaceAll("\\s", ""))
                .isEqualTo(
                        ("{'images':[{'service':'api','registry':'docker','references':['host/repo/api:1.0','host/repo/api:latest'],"
                                        + "'digest':'" + DIGEST
                                        + "','mediaType':'application/vnd.oci.image.manifest.v1+json','platforms':['linux/amd64'],"
                                        + "'size':123,'blobs':{'uploaded':2,'mounted':1,'existing':4},'bytesUploaded':456}]}")
                                .replace('\'', '"'));
    }

    @Test
    void isAnEmptyListIfNothingWasPushed() {
        assertThat(ImagesJson.render(List.of()).replaceAll("\\s", "")).isEqualTo("{\"images\":[]}");
    }
}
