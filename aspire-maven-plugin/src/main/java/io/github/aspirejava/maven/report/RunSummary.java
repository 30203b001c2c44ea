package io.github.aspirejava.maven.report;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.builder.library.LayersText;
import io.github.aspirejava.builder.library.LibraryPlans;
import io.github.aspirejava.push.ImagesText;
import io.github.aspirejava.push.PushReport;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.view.SummaryText;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Set;
import java.util.function.Consumer;

/** Reports the outcome of everything that was requested in a session, to the user and, by files, to other tools. */
public final class RunSummary {
    /** The maximum number of characters in a line about a step. */
    private static final int WIDTH = 100;

    private final AppModel model;
    private final LibraryPlans libraries;
    private final RunFiles files;
    private final Consumer<String> output;
    private volatile Set<String> expected = Set.of();

    /** Creates the summary of a session that pushes {@code model}; it prints to {@code output}. */
    public RunSummary(AppModel model, LibraryPlans libraries, RunFiles files, Consumer<String> output) {
        this.model = model;
        this.libraries = libraries;
        this.files = files;
        this.output = output;
    }

    /** Includes these services, in place of those of an earlier call, in the report, even if no goal pushes them. */
    public void expect(Set<String> services) {
        expected = Set.copyOf(services);
    }

    /** Reports that the run is aborted. */
    public void interrupted() {
        output.accept("Interrupted: uploads are aborted, and no further tag moves");
    }

    /** Reports the known state of a run that does not reach its end. */
    public void unfinished(RunReport report, Exception why) {
        output.accept("Some steps have not ended: " + why);
        print(report);
    }

    /** Writes the files, even if the thread is interrupted: they report the cancelled run, too. */
    public void write(RunReport report) throws IOException {
        PushReport pushed = PushReport.of(report, model, expected);
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    files.write(report, pushed);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Prints the steps, the layers that services share, and the outcome of each image. */
    public void print(RunReport report) {
        SummaryText.lines(report, WIDTH).forEach(output);
        libraries.made().stream()
                .filter(plan -> plan.services().size() > 1)
                .forEach(plan -> LayersText.lines(plan).forEach(output));
        ImagesText.lines(PushReport.of(report, model, expected)).forEach(output);
    }
}
