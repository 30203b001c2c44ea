package io.github.aspirejava.engine.build;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instruction that a build is at, read from its lines: at the end of a failed build, the instruction that failed.
 *
 * <p>Docker's legacy builder and Podman print one instruction after the other. BuildKit executes several at once: it
 * starts each line with the number of its instruction ({@code #5}), repeats the heading of an instruction that it
 * returns to, and reports the failure of one with {@code ERROR}, whichever it printed last.
 */
final class BuildPosition {
    private static final Pattern STEP =
            Pattern.compile("(?:\\[[0-9/]+] )?(?:Step|STEP) ([0-9]+/[0-9]+) ?: ?(?<text>.*)");
    private static final Pattern NUMBERED = Pattern.compile("#([0-9]+) (?<said>.*)");
    private static final Pattern HEADING = Pattern.compile("\\[(?:\\S+ )?([0-9]+/[0-9]+)] (?<text>.*)");
    /** Lines about the builder itself. */
    private static final Pattern CHATTER = Pattern.compile(" ---> |Removing intermediate container");

    private static final int LAST = 12;
    private static final int LONGEST = 300;

    private final Map<String, Execution> numbered = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private Execution current = new Execution("", "", 0);
    private boolean failed;

    /** An execution of an instruction, the first or a later one of the same text, with its last lines. */
    private record Execution(String step, String text, int times, Deque<String> last) {
        Execution(String step, String text, int times) {
            this(step, text, times, new ArrayDeque<>());
        }

        void said(String line) {
            if (!line.isBlank() && !CHATTER.matcher(line).lookingAt()) {
                last.add(shortened(line));
            }
            if (last.size() > LAST) {
                last.remove();
            }
        }
    }

    /**
     * Reads a line.
     *
     * @return the step and its instruction if the line starts one: {@code 2/5 RUN make}
     */
    Optional<String> line(String line) {
        if (failed) {
            return Optional.empty();
        }
        Matcher number = NUMBERED.matcher(line);
        if (number.matches()) {
            return numbered(number.group(1), number.group("said"), line);
        }
        Matcher step = STEP.matcher(line);
        if (step.matches()) {
            return Optional.of(started(step));
        }
        current.said(line);
        return Optional.empty();
    }

    private Optional<String> numbered(String number, String said, String line) {
        Matcher heading = HEADING.matcher(said);
        boolean known = numbered.containsKey(number);
        if (!known && heading.matches()) {
            String started = started(heading);
            numbered.put(number, current);
            return Optional.of(started);
        }
        Execution execution = numbered.getOrDefault(number, current);
        boolean repeated = known && heading.matches() && heading.group("text").equals(execution.text());
        if (!repeated) {
            execution.said(line);
        }
        if (known) {
            current = execution;
            failed = said.startsWith("ERROR");
        }
        return Optional.empty();
    }

    private String started(Matcher matcher) {
        String text = matcher.group("text");
        current = new Execution(matcher.group(1), text, times.merge(text, 1, Integer::sum));
        return "%s %s".formatted(current.step(), shortened(text));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Returns the instruction, as the engine prints it; empty before the first. */
    Optional<String> instruction() {
        return Optional.of(current.text()).filter(text -> !text.isEmpty());
    }

    /** Returns which of the instructions with that text it is, from 1. */
    int times() {
        return current.times();
    }

    /** Returns the last lines of its output, at most twelve of at most 300 characters. */
    List<String> last() {
        return List.copyOf(current.last());
    }
}
