package io.github.aspirejava.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an engine's response to a build: JSON items, one a line, any of which may report a failure of the build,
 * although the HTTP status was a success.
 */
final class BuildAnswer {
    private static final Pattern BUILT = Pattern.compile("Successfully built ([0-9a-f]{12,64})");

    private static final String BROKEN_OFF = "the engine has aborted the build; its log may contain the reason";

    private final BuildLog log;
    private Optional<String> image = Optional.empty();

    BuildAnswer(BuildLog log) {
        this.log = log;
    }

    /**
     * Reads to the end, or to the first error.
     *
     * @return the engine's id of the image
     * @throws BuildFailure if an item reports a failure, or none reports the image
     */
    String read(InputStream answer) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            for (String line = next(lines); line != null; line = next(lines)) {
                if (!line.isBlank()) {
                    item(Json.parse(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return image.orElseThrow(() -> new BuildFailure(BROKEN_OFF));
    }

    private static @Nullable String next(BufferedReader lines) throws BuildFailure {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new BuildFailure("%s (%s)".formatted(BROKEN_OFF, Reason.of(e)), e);
        }
    }

    private void item(JsonNode item) throws IOException {
        String error = item.path("errorDetail")
                .path("message")
                .asText(item.path("error").asText(""));
        if (!error.isEmpty()) {
            log.line(error);
            throw new BuildFailure(log.shown(error));
        }
        String id = item.path("aux").path("ID").asText("");
        if (!id.isEmpty()) {
            image = Optional.of(id);
        }
        String stream = item.path("stream").asText("");
        for (String line : stream.split("[\\r\\n]+", -1)) {
            log.line(line);
            Matcher built = BUILT.matcher(line);
            if (built.find() && image.isEmpty()) {
                image = Optional.of(built.group(1));
            }
        }
        String status = item.path("status").asText("");
        // Without the many items that only update a progress bar.
        if (!status.isEmpty() && item.path("progress").asText("").isEmpty()) {
            log.line("%s %s".formatted(item.path("id").asText(""), status).strip());
        }
    }
}
