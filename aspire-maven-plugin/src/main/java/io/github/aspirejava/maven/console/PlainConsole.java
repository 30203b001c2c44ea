package io.github.aspirejava.maven.console;

import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/**
 * Prints a line for each message and the outcome of each step, prefixed with the step's name. Steps that never began
 * are left to the summary, because they often are many.
 */
public final class PlainConsole implements RunListener {
    private final Log log;

    /** Creates a console that prints to {@code log}. */
    public PlainConsole(Log log) {
        this.log = log;
    }

    @Override
    public void started(Step step) {
        log.debug("(%s) %s".formatted(step.name(), step.description()));
    }

    @Override
    public void progressed(Step step, String message) {
        log.info("(%s) %s".formatted(step.name(), message));
    }

    @Override
    public void ended(StepReport report) {
        String name = report.step().name();
        switch (report.state()) {
            case SUCCEEDED -> {
                if (report.step().kind() != StepKind.AGGREGATE) {
                    log.info("(%s) done in %s".formatted(name, seconds(report)));
                }
            }
            case FAILED -> log.error("(%s) failed after %s".formatted(name, seconds(report)));
            case SKIPPED ->
                log.debug("(%s) skipped because of %s"
                        .formatted(name, report.because().orElse("")));
            case CANCELLED -> log.debug("(%s) cancelled".formatted(name));
        }
    }

    private static String seconds(StepReport report) {
        return String.format(Locale.ROOT, "%.1f s", report.duration().toMillis() / 1000.0);
    }
}
