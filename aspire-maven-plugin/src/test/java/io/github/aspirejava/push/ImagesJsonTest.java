package io.github.aspirejava.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImagesJsonTest {
    private static final Digest DIGEST = Digest.of("image".getBytes(StandardCharsets.UTF_8));

    @Test
    void holdsWhatTheContractNames() {
        PushedImage image = PushedImage.of(
                        List.of("host/repo/api:1.0", "host/repo/api:latest"),
                        DIGEST,
                        "application/vnd.oci.image.manifest.v1+json",
                        List.of(Platform.LINUX_AMD64),
                        new BlobCounts(2, 1, 4))
                .size(123)
                .bytesUploaded(456)
                .changed(true)
                .build();
        PushReport report = new PushReport(
                List.of(new PushedService("api", "docker", image)),
                List.of(
                        new UnpushedService("edge", "quay", Optional.of("login-to-quay"), "refused"),
                        new UnpushedService("worker", "docker", Optional.empty(), "cancelled")));

        assertThat(ImagesJson.render(report).replaceAll("\\s", ""))
                .isEqualTo(
                        ("{'images':[{'service':'api','registry':'docker','state':'pushed','references':['host/repo/api:1.0','host/repo/api:latest'],"
                                        + "'digest':'" + DIGEST
                                        + "','mediaType':'application/vnd.oci.image.manifest.v1+json','platforms':['linux/amd64'],"
                                        + "'size':123,'blobs':{'uploaded':2,'mounted':1,'existing':4},'bytesUploaded':456}],"
                                        + "'notPushed':[{'service':'edge','registry':'quay','because':'login-to-quay','reason':'refused'},"
                                        + "{'service':'worker','registry':'docker','reason':'cancelled'}]}")
                                .replace('\'', '"'));
    }

    @Test
    void holdsTwoEmptyListsIfNothingWasToBePushed() {
        assertThat(ImagesJson.render(new PushReport(List.of(), List.of())).replaceAll("\\s", ""))
                .isEqualTo("{\"images\":[],\"notPushed\":[]}");
    }
}
