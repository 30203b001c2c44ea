package io.github.aspirejava.view;

import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The summary of a run, as a table for human readers:
 *
 * <pre>
 * succeeded  build-api            4.2 s  |=====     |
 * failed     login-to-docker      0.9 s  |==        |
 * The registry refuses the user 'me'. Log in again.
 * Blocked: push-api, upload-api
 * skipped    upload-api               -  because of login-to-docker
 * skipped    push-api                 -  because of login-to-docker
 * 1 succeeded, 1 failed, 2 skipped in 4.2 s
 * </pre>
 *
 * Each row starts with its state, so that the printer can give it a colour.
 */
public final class SummaryText {
    private static final int MIN_WIDTH = 48;
    private static final int MAX_TIMELINE = 40;
    private static final int STATE = 11;
    private static final int DURATION = 10;

    private final RunReport report;
    private final int width;
    private final int nameWidth;
    private final int timelineWidth;

    private SummaryText(RunReport report, int width) {
        this.report = report;
        this.width = width;
        int longest = report.steps().stream()
                .mapToInt(step -> step.step().name().length())
                .max()
                .orElse(0);
        nameWidth = Math.max(1, Math.min(longest, width - STATE - DURATION - 14));
        timelineWidth = Math.min(MAX_TIMELINE, width - STATE - nameWidth - DURATION - 4);
    }

    /**
     * Returns the summary of {@code report}, in the order in which its steps began.
     *
     * @param width the maximum number of characters of a line; at least 48 are used
     */
    public static List<String> lines(RunReport report, int width) {
        SummaryText summary = new SummaryText(report, Math.max(width, MIN_WIDTH));
        List<String> lines = new ArrayList<>();
        report.steps().stream()
                .sorted(Comparator.comparing(StepReport::start))
                .forEach(step -> summary.add(step, lines));
        lines.addAll(Paragraph.wrap(summary.total(), summary.width, ""));
        return List.copyOf(lines);
    }

    private void add(StepReport step, List<String> lines) {
        String name = shorten(step.step().name(), nameWidth);
        boolean began = step.state() == StepState.SUCCEEDED
                || step.state() == StepState.FAILED
                || !step.duration().isZero();
        String duration = began ? Durations.text(step.duration()) : "-";
        String rest = step.because()
                .map(because -> shorten("because of " + because, width - STATE - nameWidth - DURATION - 2))
                .orElse(began ? timeline(step) : "");
        lines.add(String.format(
                        Locale.ROOT,
                        "%-" + STATE + "s%-" + nameWidth + "s%" + DURATION + "s  %s",
                        step.state(),
                        name,
                        duration,
                        rest)
                .stripTrailing());
        String indent = " ".repeat(STATE);
        step.reason().ifPresent(reason -> lines.addAll(Paragraph.wrap(reason, width, indent)));
        if (step.state() == StepState.FAILED) {
            String blocked = blockedBy(step.step().name());
            if (!blocked.isEmpty()) {
                lines.addAll(Paragraph.wrap("Blocked: " + blocked, width, indent));
            }
        }
    }

    private String blockedBy(String failed) {
        return report.in(StepState.SKIPPED).stream()
                .filter(step -> step.because().filter(failed::equals).isPresent())
                .map(step -> step.step().name())
                .collect(Collectors.joining(", "));
    }

    /** Returns the time of the step as a part of the whole run; at least one character, so that each is visible. */
    private String timeline(StepReport step) {
        long whole = Math.max(1, report.duration().toNanos());
        int from = (int) Math.min(timelineWidth - 1L, step.start().toNanos() * timelineWidth / whole);
        long end = step.start().plus(step.duration()).toNanos() * timelineWidth / whole;
        int to = (int) Math.min(timelineWidth, Math.max(end, from + 1L));
        return "|" + " ".repeat(from) + "=".repeat(to - from) + " ".repeat(timelineWidth - to) + "|";
    }

    private String total() {
        String counts = Arrays.stream(StepState.values())
                .filter(state -> !report.in(state).isEmpty())
                .map(state -> report.in(state).size() + " " + state)
                .collect(Collectors.joining(", "));
        return "%s in %s".formatted(counts.isEmpty() ? "Nothing to do" : counts, Durations.text(report.duration()));
    }

    private static String shorten(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3) + "...";
    }
}
