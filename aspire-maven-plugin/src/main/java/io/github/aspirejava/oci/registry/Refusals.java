package io.github.aspirejava.oci.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.credential.LiveCredentials;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.RetryAfter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns an unexpected answer into an exception with the registry's own error message and advice. */
final class Refusals {
    private static final int MAX_ERRORS = 5;
    private static final int MAX_TEXT = 300;

    private Refusals() {}

    static RegistryException of(Answer answer, RegistryAccess access, String attempted, Instant now) {
        return of(answer, access, attempted, advice(answer.status(), access), now);
    }

    static RegistryException of(Answer answer, RegistryAccess access, String attempted, String advice, Instant now) {
        return RegistryException.refused(
                answer,
                access.host(),
                attempted,
                errors(Json.parse(answer.body())),
                advice,
                answer.header("Retry-After").flatMap(text -> RetryAfter.parse(text, now)));
    }

    private static List<RegistryError> errors(JsonNode body) {
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
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
    }

    private static String advice(int status, RegistryAccess access) {
        String who = access.live()
                .map(LiveCredentials::describe)
                .or(() -> access.credentials().map(Credentials::describe))
                .orElse("an anonymous user");
        if (status == 401 && access.live().isPresent()) {
            return "Check which roles %s has there".formatted(who);
        }
        return switch (status) {
            case 401 ->
                access.credentials().isEmpty()
                        ? "Configure credentials for it: the request was anonymous"
                        : access.credentials().get().isIdentityToken()
                                ? "Check whether the identity token is still valid, and whether this registry supports identity tokens"
                                : "Check the password or token of " + who;
            case 403 -> "Check what %s may do there".formatted(who);
            case 404 -> "Check the endpoint and the repository's name";
            case 429 -> "It limits the rate of requests: try again later";
            default -> status >= 500 ? "The fault lies with the server: try again later" : "";
        };
    }
}
