package io.github.aspirejava.azure.arm;

import io.github.aspirejava.oci.http.NoAnswerException;
import javax.net.ssl.SSLException;

/** The description of a request without a reply. */
final class Unanswered {
    private static final String NETWORK = "Check the network and its proxies";

    private Unanswered() {}

    /** Returns what happened, and what to check, as two sentences without the last full stop. */
    static String text(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            if (root instanceof NoAnswerException unanswered) {
                return "%s. %s".formatted(unanswered.problem(), advice(unanswered));
            }
            root = root.getCause();
        }
        String message = root.getMessage();
        return "%s. %s"
                .formatted(
                        message == null ? root.getClass().getSimpleName() : message.replaceAll("\\s+", " "), NETWORK);
    }

    private static String advice(NoAnswerException unanswered) {
        if (unanswered.getCause() instanceof SSLException) {
            return "Check that Java trusts its certificate; -Daspire.azure.caFile names a file with other authorities";
        }
        return unanswered.phase() == NoAnswerException.Phase.UNDER_WAY ? NETWORK : unanswered.advice();
    }
}
