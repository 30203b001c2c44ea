package io.github.aspirejava.azure.arm;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpResponse;
import com.azure.core.management.exception.ManagementError;
import com.azure.core.management.exception.ManagementException;
import com.azure.core.management.polling.PollResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.text.ForeignText;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error that the service reports.
 *
 * @param status the HTTP status; 0 if an operation failed and not a request
 * @param code the innermost informative error code, such as {@code QuotaExceeded}
 * @param message the message of that error, in one line
 * @param requestId the service's id of the request
 */
public record ArmError(int status, String code, String message, Optional<String> requestId) {
    private static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("x-ms-request-id");
    private static final int LONGEST = 600;

    /** Returns the service's error behind a failed call; empty if the failure does not come from the service. */
    static Optional<ArmError> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpResponseException refused && refused.getResponse() != null) {
                return Optional.of(of(refused));
            }
        }
        return Optional.empty();
    }

    private static ArmError of(HttpResponseException refused) {
        HttpResponse response = refused.getResponse();
        return of(response.getStatusCode(), body(refused), response.getHeaders());
    }

    /** Returns the error of a failed operation. */
    static ArmError of(PollResult.@Nullable Error failed) {
        return failed == null
                ? new ArmError(0, "Failed", "The service does not say why", Optional.empty())
                : of(0, Json.parse(bytes(failed.getResponseBody())), failed.getResponseHeaders());
    }

    /** Reads the error from a reply of that status. */
    static ArmError of(int status, JsonNode body, @Nullable HttpHeaders headers) {
        JsonNode error = innermost(body.has("error") ? body.get("error") : body);
        String code = text(error, "code", "Code");
        String message = text(error, "message", "Message");
        return new ArmError(
                status,
                code.isEmpty() ? "Status%d".formatted(status) : ForeignText.line(code, LONGEST),
                oneLine(message.isEmpty() ? "The service does not say why" : message),
                Optional.ofNullable(headers)
                        .map(all -> all.getValue(REQUEST_ID))
                        .map(ForeignText::line));
    }

    /** Returns whether the requested resource does not exist. */
    boolean isNotFound() {
        return status == HttpURLConnection.HTTP_NOT_FOUND;
    }

    /**
     * Returns the body of the reply. The SDK has read it; what it did not understand, such as App Service's older form,
     * it keeps in its message only.
     */
    private static JsonNode body(HttpResponseException refused) {
        if (refused instanceof ManagementException managed
                && managed.getValue() != null
                && managed.getValue().getCode() != null) {
            return read(managed.getValue());
        }
        String message = String.valueOf(refused.getMessage());
        int start = message.indexOf('{');
        int end = message.lastIndexOf('}');
        return start < 0 || end < start ? Json.object() : Json.parse(bytes(message.substring(start, end + 1)));
    }

    /**
     * Converts an error by its getters, not by the SDK's writer: the errors of some services can be read, but write
     * nothing.
     */
    private static JsonNode read(ManagementError error) {
        ObjectNode node = Json.object();
        node.put("code", error.getCode()).put("message", error.getMessage());
        ArrayNode details = node.putArray("details");
        if (error.getDetails() != null) {
            error.getDetails().forEach(detail -> details.add(read(detail)));
        }
        return node;
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the error inside a wrapper such as {@code DeploymentFailed}. */
    private static JsonNode innermost(JsonNode error) {
        JsonNode current = error;
        while (true) {
            JsonNode inner = current.path("details").path(0);
            if (text(inner, "code", "Code").isEmpty()
                    || text(inner, "message", "Message").isEmpty()) {
                return current;
            }
            current = inner;
        }
    }

    private static String text(JsonNode node, String name, String legacy) {
        JsonNode value = node.has(name) ? node.get(name) : node.path(legacy);
        return value.isTextual() ? value.asText() : "";
    }

    private static String oneLine(String message) {
        return ForeignText.line(message, LONGEST);
    }
}
