package io.github.aspirejava.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.WholeImage;
import io.github.aspirejava.oci.http.HttpSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of registries in messages and logs. */
class ForeignWordsTest {
    private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final VirtualTime time = new VirtualTime();

    @Test
    void aRefusalIsNoCommandOfABuildServerAndOfATerminal() {
        String body = "{\"errors\":[{\"code\":\"::error::x\",\"message\":"
                + "\"##vso[task.prependpath]/tmp/x \\u001b[2Jand\\u2028\\u202emore\\u009b1m\",\"detail\":\"http://u:p@h/\"}]}";

        assertThat(message(403, Map.of(), body))
                .contains(": :error::x: # #vso[task.prependpath]/tmp/x and more (http://h/)")
                .doesNotContain("##vso", "u:p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x%0a::set-output%20name=a::%1b%5b31m@127.0.0.1:1/",
                "http://bob:pw@127.0.0.1:1/",
                "http://127.0.0.1:2%2f@127.0.0.1:1/",
                "http://bob:pw@127.0.0.1:99999/"
            })
    void anAddressIsShownWithoutItsUser(String location) {
        assertThat(message(307, Map.of("Location", location), ""))
                .containsPattern(" 127\\.0\\.0\\.1:(1|99999) (refuses|is no)")
                .doesNotContain("@", "\n", "set-output", "bob");
    }

    @Test
    void thePathOfAnAddressIsLoggedAsItIs() {
        message(307, Map.of("Location", "/v2/%0a%5bINFO%5d%20BUILD%20SUCCESS"), "");

        assertThat(log).anySatisfy(line -> assertThat(line).contains("/v2/%0a%5bINFO%5d%20BUILD%20SUCCESS: "));
        assertThat(log).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    @Test
    void anInvalidDigestIsQuotedInPart() {
        String digest = "x\\n::error::".repeat(100_000);
        String manifest =
                "{\"schemaVersion\":2,\"config\":{\"digest\":\"%s\",\"size\":1},\"layers\":[]}".formatted(digest);

        assertThat(message(200, Map.of("Content-Type", MANIFEST_TYPE), manifest))
                .hasSizeLessThanOrEqualTo(2000)
                .doesNotContain("\n");
    }

    private String message(int status, Map<String, String> headers, String body) {
        HttpSettings settings = HttpSettings.DEFAULT.withLog(line -> log.add(line.get()));
        RetryPolicy once = new RetryPolicy(
                1,
                1,
                RetryPolicy.DEFAULT.firstPause(),
                RetryPolicy.DEFAULT.longestPause(),
                RetryPolicy.DEFAULT.limit());
        try (RegistryFixture registry = RegistryFixture.start()) {
            registry.fail(
                    Fault.answer(status, headers, body.getBytes(StandardCharsets.UTF_8))
                            .times(1),
                    LoggedRequest::isManifest);
            RegistryRepository repository = new Registries(settings, once, time, new Random(1))
                    .client(registry.host())
                    .repository(new Repository("api"));
            return String.valueOf(catchThrowableOfType(IOException.class, () -> WholeImage.read(repository, "1.0"))
                    .getMessage());
        }
    }
}
