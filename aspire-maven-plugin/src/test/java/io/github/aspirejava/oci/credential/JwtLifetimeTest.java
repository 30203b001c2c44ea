package io.github.aspirejava.oci.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtLifetimeTest {
    @Test
    void isTheTimeFromTheIssueToTheExpiryWhateverOurClockSays() {
        assertThat(JwtLifetime.of(jwt("{\"iat\": 1000, \"exp\": 5500}"))).contains(Duration.ofMinutes(75));
        assertThat(JwtLifetime.of(jwt("{\"nbf\": 1000, \"exp\": 1060}"))).contains(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"exp\": 5500}",
                "{\"iat\": 5500, \"exp\": 1000}",
                "{\"iat\": \"then\", \"exp\": \"later\"}",
                "no JSON"
            })
    void isNotKnownIfTheTokenDoesNotSayIt(String claims) {
        assertThat(JwtLifetime.of(jwt(claims))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b", "a.%.c", "a.b.c.d"})
    void isNotKnownOfAnythingElse(String token) {
        assertThat(JwtLifetime.of(token)).isEmpty();
    }

    private static String jwt(String claims) {
        return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }
}
