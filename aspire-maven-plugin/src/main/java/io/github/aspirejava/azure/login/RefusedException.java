package io.github.aspirejava.azure.login;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.text.ForeignText;
import java.io.IOException;

/** Thrown if a registry gives no refresh token. The message is half a sentence, without a secret. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 300;

    private final int status;

    private RefusedException(int status, String message) {
        super(ForeignText.line(message));
        this.status = status;
    }

    /** Creates the exception from the registry's answer. */
    static RefusedException of(RegistryHost host, int status, JsonNode content) {
        JsonNode error = content.path("errors").path(0);
        String said = "%s %s"
                .formatted(error.path("code").asText(""), error.path("message").asText(""))
                .strip();
        String text = ForeignText.line(said, LONGEST);
        return new RefusedException(
                status, "%s answered %d %s".formatted(host, status, text).strip());
    }

    /** Returns the HTTP status of the answer. */
    int status() {
        return status;
    }
}
