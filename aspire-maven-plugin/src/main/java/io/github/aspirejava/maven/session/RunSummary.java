package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.build.LibraryPlans;
import io.github.aspirejava.push.ImagesText;
import io.github.aspirejava.push.PushReport;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.view.LayersText;
import io.github.aspirejava.view.SummaryText;
import java.io.IOException;
import java.util.function.Consumer;

/** Tells people, and other tools by files, how everything that was asked for in a session has ended. */
final class RunSummary {
    /** How many characters a line about a step may have. */
    private static final int WIDTH = 100;

    private final AppModel model;
    private final LibraryPlans libraries;
    private final RunFiles files;
    private final Consumer<String> output;

    RunSummary(AppModel model, LibraryPlans libraries, RunFiles files, Consumer<String> output) {
        this.model = model;
        this.libraries = libraries;
        this.files = files;
        this.output = output;
    }

    /** Writes the files. */
    void write(RunReport report) throws IOException {
        files.write(report, PushReport.of(report, model));
    }

    /** Prints the steps, what services share, and what came of each image. */
    void print(RunReport report) {
        SummaryText.lines(report, WIDTH).forEach(output);
        libraries.made().stream()
                .filter(plan -> plan.services().size() > 1)
                .forEach(plan -> LayersText.lines(plan).forEach(output));
        ImagesText.lines(PushReport.of(report, model)).forEach(output);
    }
}
