package io.github.aspirejava.view;

import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepReport;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report of a run, for other tools; a stable contract. */
public final class RunReportJson {
    private RunReportJson() {}

    /**
     * Renders {@code report} as JSON. Times are in milliseconds from the beginning of the run; {@code reason} is
     * present if a step failed, {@code because} if it was skipped.
     */
    public static String render(RunReport report) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("started", report.started().truncatedTo(ChronoUnit.MILLIS).toString());
        run.put("durationMillis", report.duration().toMillis());
        run.put("steps", report.steps().stream().map(RunReportJson::step).toList());
        return JsonWriter.pretty(run);
    }

    private static Map<String, Object> step(StepReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", report.step().name());
        members.put("state", report.state().toString());
        members.put("startMillis", report.start().toMillis());
        members.put("durationMillis", report.duration().toMillis());
        report.reason().ifPresent(reason -> members.put("reason", reason));
        report.because().ifPresent(because -> members.put("because", because));
        return members;
    }
}
