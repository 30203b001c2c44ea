package io.github.aspirejava.maven.wiring;

import java.util.List;
import java.util.regex.Pattern;

/** The part of the log of a failed Maven that tells the cause, without Maven's advice on how to run it again. */
final class MavenErrors {
    private static final int MOST_LINES = 20;

    private static final String ERROR = "[ERROR]";
    private static final String CAUSE = "[ERROR] Failed to execute goal ";

    private static final Pattern ADVICE = Pattern.compile("\\[ERROR]\\s*(?:|To see the full stack trace of .*"
            + "|Re-run Maven using the -X switch .*|For more information about the errors .*|\\[Help \\d+] http.*"
            + "|After correcting the problems, .*|mvn <args> -rf .*|-> \\[Help \\d+])");

    private static final Pattern HELP = Pattern.compile(" -> \\[Help \\d+]$");

    private MavenErrors() {}

    /** Returns the errors from the failed goal on or, in a log without one, the last lines. */
    static List<String> of(List<String> log) {
        List<String> errors = log.stream()
                .filter(line -> line.startsWith(ERROR))
                .filter(line -> !ADVICE.matcher(line).matches())
                .map(line -> HELP.matcher(line).replaceFirst(""))
                .toList();
        for (int i = 0; i < errors.size(); i++) {
            if (errors.get(i).startsWith(CAUSE)) {
                return errors.subList(i, Math.min(errors.size(), i + MOST_LINES));
            }
        }
        List<String> shown = errors.isEmpty() ? List.copyOf(log) : errors;
        return shown.subList(Math.max(0, shown.size() - MOST_LINES), shown.size());
    }
}
