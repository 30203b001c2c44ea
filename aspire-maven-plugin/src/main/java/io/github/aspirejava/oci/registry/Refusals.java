package io.github.aspirejava.oci.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.RetryAfter;
import io.github.aspirejava.text.ForeignText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns an unexpected answer into an exception with the registry's own error message and advice. */
final class Refusals {
    private static final int MAX_ERRORS = 5;
    private static final int MAX_TEXT = 300;

    private Refusals() {}

    static RegistryException of(Answer answer, RegistryAccess access, String attempted, Instant now) {
        String advice = Advice.about(answer, errors(answer), access, attempted);
        return of(answer, access, attempted, advice, now);
    }

    static RegistryException of(Answer answer, RegistryAccess access, String attempted, String advice, Instant now) {
        return RegistryException.refused(
                answer,
                access.host(),
                attempted,
                errors(answer),
                advice,
                answer.header("Retry-After").flatMap(text -> RetryAfter.parse(text, now)));
    }

    /** Returns the errors that the answer reports. */
    static List<RegistryError> errors(Answer answer) {
        JsonNode body = Json.parse(answer.body());
        List<RegistryError> errors = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            if (errors.size() < MAX_ERRORS) {
                errors.add(new RegistryError(
                        text(error.path("code")), text(error.path("message")), text(error.path("detail"))));
            }
        }
        if (errors.isEmpty() && body.has("details")) {
            // Docker Hub's token server has a format of its own.
            errors.add(new RegistryError("", text(body.path("details")), ""));
        }
        if (errors.isEmpty() && body.has("error")) {
            // RFC 6749 section 5.2, the answer of token servers to a refresh token.
            errors.add(new RegistryError(text(body.path("error")), text(body.path("error_description")), ""));
        }
        return errors;
    }

    private static String text(JsonNode node) {
        boolean empty = node.isMissingNode() || node.isNull() || (node.isContainerNode() && node.isEmpty());
        String text = empty ? "" : node.isTextual() ? node.asText() : node.toString();
        return ForeignText.line(text, MAX_TEXT);
    }
}
