package io.github.aspirejava.azure.arm;

import io.github.aspirejava.oci.http.NoAnswerException;
import io.github.aspirejava.text.ForeignText;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** The description of a request that got no reply. */
public final class Unanswered {
    private static final String NETWORK = "Check the network and its proxies";

    private Unanswered() {}

    /**
     * Returns what happened to the request that {@code failure} is about, and what to check, as two sentences without
     * the last full stop; empty if it got a reply or was never sent.
     */
    public static Optional<String> find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoAnswerException unanswered) {
                return Optional.of("%s. %s".formatted(unanswered.problem(), advice(unanswered)));
            }
        }
        return Optional.empty();
    }

    /** Returns the same for a request that certainly got no reply. */
    static String text(Throwable failure) {
        return find(failure).orElseGet(() -> "%s. %s".formatted(rootOf(failure), NETWORK));
    }

    private static String advice(NoAnswerException unanswered) {
        if (unanswered.getCause() instanceof SSLException) {
            return "Check that Java trusts its certificate; -Daspire.azure.caFile names a file with other authorities";
        }
        return unanswered.phase() == NoAnswerException.Phase.UNDER_WAY ? NETWORK : unanswered.advice();
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : ForeignText.line(message);
    }
}
