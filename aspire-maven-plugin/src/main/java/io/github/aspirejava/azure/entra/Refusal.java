package io.github.aspirejava.azure.entra;

import java.util.regex.Pattern;

/** What a credential said, in one line. */
final class Refusal {
    /** What Entra adds for those who look into its logs. */
    private static final Pattern TRACES = Pattern.compile("\\s*(Trace ID|Correlation ID|Timestamp): .*");

    /** What azure-identity adds to every failure. */
    private static final Pattern ADVICE =
            Pattern.compile("\\s*(To mitigate this issue|To troubleshoot|See https?://).*");

    /** Whatever looks like a token: no message is worth printing one. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{6}[A-Za-z0-9_.-]*");

    private static final int LONGEST = 300;

    private Refusal() {}

    static String of(Throwable failure) {
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
        line = TOKEN.matcher(line).replaceAll("***");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** Whether it only wraps what has caused it. */
    private static boolean saysNothing(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.equals(String.valueOf(failure.getCause()));
    }
}
