package io.github.aspirejava.azure.login;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.util.regex.Pattern;

/** Thrown if a registry gives no refresh token. The message is half a sentence, without a secret. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 300;

    /** Any text that looks like a token. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{6}[A-Za-z0-9_.-]*");

    private final int status;

    private RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Creates the exception from the registry's answer. */
    static RefusedException of(RegistryHost host, int status, JsonNode content) {
        JsonNode error = content.path("errors").path(0);
        String said = "%s %s"
                .formatted(error.path("code").asText(""), error.path("message").asText(""))
                .strip();
        String line = TOKEN.matcher(said.replaceAll("[\\s\\p{Cntrl}]+", " ")).replaceAll("***");
        String text = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return new RefusedException(
                status, "%s answered %d %s".formatted(host, status, text).strip());
    }

    /** Returns the HTTP status of the answer. */
    int status() {
        return status;
    }
}
