package io.github.aspirejava.oci.credential;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.process.Program;
import io.github.aspirejava.process.RunningProgram;
import io.github.aspirejava.process.Variables;
import io.github.aspirejava.text.FilteredException;
import io.github.aspirejava.text.ForeignText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A credential helper, a program {@code docker-credential-NAME} that stores or obtains credentials. It implements the
 * protocol of <a href="https://github.com/docker/docker-credential-helpers">docker-credential-helpers</a>: {@code get}
 * as argument, the server's name on standard input, JSON on standard output.
 */
final class CredentialHelper {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final String NOTHING_FOUND = "credentials not found in native keychain";
    private static final String TOKEN_USER = "<token>";
    private static final int MAX_ANSWER_BYTES = 1024 * 1024;
    private static final int MAX_MESSAGE = 200;

    private final String name;
    private final Map<String, String> environment;
    private final Duration patience;

    /**
     * Creates the helper of that name.
     *
     * @param name the part of the program's name after {@code docker-credential-}
     * @param environment the variables that it is run with; it is searched in their PATH
     * @param patience the timeout after which a helper that has not answered is ended
     */
    CredentialHelper(String name, Map<String, String> environment, Duration patience) {
        this.name = name;
        this.environment = environment;
        this.patience = patience;
    }

    /** Returns the name of the program. */
    String program() {
        return "docker-credential-" + name;
    }

    /**
     * Returns the credentials that the helper has for a server.
     *
     * @throws IOException if there is no such helper, or it fails, or does not answer in time
     */
    Optional<Credentials> get(String server) throws IOException {
        RunningProgram.Result answer = run(server);
        String output = answer.output().strip();
        if (answer.exitCode() != 0) {
            String message = message(output, answer.errors().strip());
            if (message.contains(NOTHING_FOUND)) {
                return Optional.empty();
            }
            throw new FilteredException("it failed with exit code %d: %s".formatted(answer.exitCode(), message));
        }
        JsonNode credentials = Json.parse(output.getBytes(StandardCharsets.UTF_8));
        if (!credentials.isObject()) {
            throw new FilteredException("its answer is not the JSON that a credential helper gives");
        }
        String username = credentials.path("Username").asText();
        String secret = credentials.path("Secret").asText();
        if (username.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        if (username.isEmpty() || secret.isEmpty()) {
            throw new FilteredException("its answer has no " + (username.isEmpty() ? "Username" : "Secret"));
        }
        return Optional.of(
                username.equals(TOKEN_USER)
                        ? Credentials.identityToken(new Secret(secret))
                        : new Credentials(username, new Secret(secret)));
    }

    /** Returns the error message of a helper. Helpers write it to standard output; some write it to standard error. */
    private static String message(String output, String errors) {
        // A JSON answer is not a message: it may contain the secret, although the helper failed.
        boolean quotable = !output.isEmpty() && !output.startsWith("{");
        String text = quotable ? output : errors;
        return ForeignText.line(text.lines().findFirst().orElse("it does not say why"), MAX_MESSAGE);
    }

    private RunningProgram.Result run(String server) throws IOException {
        try (RunningProgram running = start()) {
            return running.result(server, MAX_ANSWER_BYTES, patience);
        } catch (TimeoutException e) {
            throw new FilteredException("it did not answer within %d s".formatted(patience.toSeconds()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        }
    }

    private RunningProgram start() throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new FilteredException("'%s' is not the name of a credential helper".formatted(name));
        }
        Path program = new SearchPath(environment)
                .find(program())
                .orElseThrow(() -> new FilteredException(
                        "there is no program %s on the PATH. Install it, or take it out of the file"
                                .formatted(program())));
        try {
            return Program.of(program, List.of("get"), new Variables(environment))
                    .start();
        } catch (IOException e) {
            throw new FilteredException("%s cannot be started".formatted(program), e);
        }
    }
}
