package io.github.aspirejava.azure.entra;

import io.github.aspirejava.azure.arm.Unanswered;
import io.github.aspirejava.text.ForeignText;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reason why a credential has no token, in one line. */
final class Refusal {
    /** The trace ids that Entra adds, for searching its logs. */
    private static final Pattern TRACES = Pattern.compile("\\s*(Trace ID|Correlation ID|Timestamp): .*");

    /** The advice that azure-identity adds to every failure. */
    private static final Pattern ADVICE =
            Pattern.compile("\\s*(To mitigate this issue|To troubleshoot|See https?://).*");

    private static final int LONGEST = 300;

    private Refusal() {}

    static String of(Throwable failure) {
        Optional<String> unanswered = Unanswered.find(failure);
        if (unanswered.isPresent()) {
            return unanswered.get();
        }
        Throwable cause = failure;
        while (cause.getCause() != null && saysNothing(cause)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        if (message == null) {
            return cause.getClass().getSimpleName();
        }
        String line = message.lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        line = TRACES.matcher(ADVICE.matcher(line).replaceFirst("")).replaceFirst("");
        return ForeignText.line(line, LONGEST);
    }

    /** Returns whether the exception only wraps its cause. */
    private static boolean saysNothing(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.equals(String.valueOf(failure.getCause()));
    }
}
