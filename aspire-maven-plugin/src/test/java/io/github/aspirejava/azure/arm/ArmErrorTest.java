package io.github.aspirejava.azure.arm;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.management.polling.PollResult;
import io.github.aspirejava.oci.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArmErrorTest {
    @Test
    void readsTheInnermostOfWhatIsWrapped() {
        ArmError error = of(
                "{\"error\":{\"code\":\"DeploymentFailed\",\"message\":\"At least one failed.\",\"details\":[{\"code\":\"QuotaExceeded\",\"message\":\"No more\\n  cores.\"}]}}");

        assertThat(error.code()).isEqualTo("QuotaExceeded");
        assertThat(error.message()).isEqualTo("No more cores.");
    }

    @Test
    void readsTheOlderFormOfAppService() {
        ArmError error = of(
                "{\"Code\":\"Unauthorized\",\"Message\":\"This region has quota of 0 instances for your subscription.\",\"Target\":null,\"Details\":[{\"Message\":\"This region\"},{\"Code\":\"Unauthorized\"}]}");

        assertThat(error.code()).isEqualTo("Unauthorized");
        assertThat(error.message()).startsWith("This region has quota of 0");
    }

    @Test
    void putsUpWithAnswersThatAreNone() {
        assertThat(of("<html>bad gateway</html>")).isEqualTo(of(""));
        assertThat(of("").code()).isEqualTo("Status502");
        assertThat(ArmError.of((PollResult.Error) null).code()).isEqualTo("Failed");
    }

    private static ArmError of(String body) {
        return ArmError.of(502, Json.parse(body.getBytes(StandardCharsets.UTF_8)), null);
    }
}
