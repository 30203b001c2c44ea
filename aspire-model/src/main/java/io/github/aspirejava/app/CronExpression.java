package io.github.aspirejava.app;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The five fields of a cron expression, as timers of Azure Container Registry read them; see <a
 * href="https://learn.microsoft.com/azure/container-registry/container-registry-tasks-scheduled#cron-expressions">its
 * documentation</a>. Each is a list of {@code *}, values and ranges, each of which may have a step.
 */
final class CronExpression {
    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59, List.of()),
            new Field("hour", 0, 23, List.of()),
            new Field("day of the month", 1, 31, List.of()),
            new Field(
                    "month",
                    1,
                    12,
                    List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
            new Field("day of the week", 0, 6, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")));

    private static final Pattern ITEM = Pattern.compile("(?:\\*|(\\w+)(?:-(\\w+))?)(?:/(\\d+))?");
    private static final int MAX_DIGITS = 4;

    private CronExpression() {}

    private record Field(String name, int least, int most, List<String> names) {
        Optional<String> fault(String text) {
            for (String item : text.split(",", -1)) {
                Matcher matcher = ITEM.matcher(item);
                if (!matcher.matches() || !isRange(matcher.group(1), matcher.group(2)) || !isStep(matcher.group(3))) {
                    return Optional.of("'%s' is no %s, which lies between %d and %d%s"
                            .formatted(
                                    item,
                                    name,
                                    least,
                                    most,
                                    names.isEmpty()
                                            ? ""
                                            : " or %s and %s".formatted(names.get(0), names.get(names.size() - 1))));
                }
            }
            return Optional.empty();
        }

        /** Returns the least value of a valid text. */
        int least(String text) {
            return Stream.of(text.split(",", -1))
                    .map(item -> item.split("[-/]", 2)[0])
                    .mapToInt(first -> first.equals("*") ? least : value(first))
                    .min()
                    .orElse(least);
        }

        /** Returns whether a valid text has a value. */
        boolean has(String text, int value) {
            return Stream.of(text.split(",", -1)).anyMatch(item -> {
                Matcher matcher = ITEM.matcher(item);
                if (!matcher.matches()) {
                    return false;
                }
                int first = matcher.group(1) == null ? least : value(matcher.group(1));
                boolean open = matcher.group(1) == null || (matcher.group(2) == null && matcher.group(3) != null);
                int last = open ? most : matcher.group(2) == null ? first : value(matcher.group(2));
                int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
                return value >= first && value <= last && (value - first) % step == 0;
            });
        }

        private boolean isRange(@Nullable String from, @Nullable String to) {
            if (from == null) {
                return true;
            }
            int first = value(from);
            int last = to == null ? first : value(to);
            return first >= least && last <= most && first <= last;
        }

        private boolean isStep(@Nullable String step) {
            return step == null
                    || (step.length() <= MAX_DIGITS && Integer.parseInt(step) > 0 && Integer.parseInt(step) <= most);
        }

        /** Returns the number that a text stands for; a number outside all ranges if it stands for none. */
        private int value(String text) {
            int index = names.indexOf(text.toUpperCase(Locale.ROOT));
            if (index >= 0) {
                return least + index;
            }
            return text.matches("\\d{1,%d}".formatted(MAX_DIGITS)) ? Integer.parseInt(text) : Integer.MAX_VALUE;
        }
    }

    /** Describes the error in an expression; empty if the expression is valid. */
    static Optional<String> fault(String expression) {
        String[] fields = expression.strip().split("\\s+", -1);
        if (fields.length != FIELDS.size()) {
            int number = expression.isBlank() ? 0 : fields.length;
            return Optional.of("it has %d %s".formatted(number, number == 1 ? "field" : "fields"));
        }
        for (int i = 0; i < fields.length; i++) {
            Optional<String> fault = FIELDS.get(i).fault(fields[i]);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return neverDue(fields);
    }

    /** Describes a day of the month that none of the months has. */
    private static Optional<String> neverDue(String[] fields) {
        int day = FIELDS.get(2).least(fields[2]);
        boolean due = !fields[4].equals("*")
                || Stream.of(Month.values())
                        .filter(month -> FIELDS.get(3).has(fields[3], month.getValue()))
                        .anyMatch(month -> day <= month.maxLength());
        return due
                ? Optional.empty()
                : Optional.of("it is never due, because no month of '%s' has a day %d".formatted(fields[3], day));
    }
}
