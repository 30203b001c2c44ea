package io.github.aspirejava.oci.credential;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.Json;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The lifetime of a token, if it is a JWT (RFC 7519) with the times of issue and expiry. Only the difference counts:
 * the issuer's clock may differ from the local one.
 */
public final class JwtLifetime {
    private JwtLifetime() {}

    /** Returns the time from {@code iat} (or {@code nbf}) to {@code exp}; nothing is verified. */
    public static Optional<Duration> of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        JsonNode claims = claims(parts[1]);
        long issued = claims.path("iat").asLong(claims.path("nbf").asLong(0));
        long expiry = claims.path("exp").asLong(0);
        return issued > 0 && expiry > issued ? Optional.of(Duration.ofSeconds(expiry - issued)) : Optional.empty();
    }

    private static JsonNode claims(String part) {
        try {
            return Json.parse(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException e) {
            return Json.parse(new byte[0]);
        }
    }
}
