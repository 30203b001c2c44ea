package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A registry that cannot be reached, or that refused a request. The message is one line: what was attempted, what the
 * host answered, and what to check; it holds no secret.
 */
public final class RegistryException extends IOException {
    /** The {@link #status} of a request that got no answer. */
    public static final int NO_ANSWER = 0;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient RegistryHost host;
    private final String attempted;
    private final transient List<RegistryError> errors;

    private RegistryException(
            int status,
            RegistryHost host,
            String attempted,
            List<RegistryError> errors,
            String message,
            @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.host = host;
        this.attempted = attempted;
        this.errors = errors;
    }

    /** No answer came: {@code problem} says why, {@code advice} what to check. */
    static RegistryException unreachable(
            RegistryHost host, String attempted, String problem, String advice, @Nullable Throwable cause) {
        String message = "Cannot %s: %s. %s.".formatted(attempted, problem, advice);
        return new RegistryException(NO_ANSWER, host, attempted, List.of(), message, cause);
    }

    /** An answer came and was not what was asked for. */
    static RegistryException refused(
            int status, RegistryHost host, String attempted, List<RegistryError> errors, String advice) {
        String own = errors.stream().map(RegistryError::toString).collect(Collectors.joining("; "));
        String answer = own.isEmpty() ? "%s answered %d" : "%s answered %d %s";
        String message = "Cannot %s: %s. %s"
                .formatted(attempted, answer.formatted(host, status, own), advice.isEmpty() ? "" : advice + ".");
        return new RegistryException(status, host, attempted, List.copyOf(errors), message.strip(), null);
    }

    /** The HTTP status, or {@link #NO_ANSWER}. */
    public int status() {
        return status;
    }

    /** The registry that was asked. */
    public RegistryHost host() {
        return host;
    }

    /** What was attempted, such as {@code read the manifest shop/api:1.0 at ghcr.io}. */
    public String attempted() {
        return attempted;
    }

    /** What the registry itself says, if anything. */
    public List<RegistryError> errors() {
        return errors;
    }
}
