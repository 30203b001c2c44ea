package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.build.LibraryPlans;
import io.github.aspirejava.push.ImagesText;
import io.github.aspirejava.push.PushReport;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.view.LayersText;
import io.github.aspirejava.view.SummaryText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * The running pipeline of one Maven session. Every module's goals ask it for what they need; each step runs once,
 * whatever asks for it.
 */
public final class SessionPipeline {
    private final AppModel model;
    private final PipelineRunner runner;
    private final ParameterCheck parameters;
    private final RunFiles files;
    private final LibraryPlans libraries;

    SessionPipeline(
            AppModel model, PipelineRunner runner, ParameterCheck parameters, RunFiles files, LibraryPlans libraries) {
        this.model = model;
        this.runner = runner;
        this.parameters = parameters;
        this.files = files;
        this.libraries = libraries;
    }

    /**
     * Runs targets and what they wait for, as far as that has not run yet, and waits until it has ended. An interrupt
     * cancels everything.
     *
     * @return how these steps ended
     * @throws StepException if a parameter has no value; nothing has been started then
     * @throws IOException if what the run leaves behind cannot be written
     */
    public RunReport run(Collection<String> targets) throws StepException, InterruptedException, IOException {
        parameters.check(targets);
        try {
            return runner.run(targets).get();
        } catch (InterruptedException e) {
            runner.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The run could not be watched", e.getCause());
        } finally {
            RunReport report = runner.report();
            files.write(report, PushReport.of(report, model));
        }
    }

    /**
     * How everything that was asked for in this session ended, for people: the steps, what services share, and what
     * came of each image.
     *
     * @param width how many characters a line about a step may have
     */
    public List<String> summary(int width) {
        RunReport report = runner.report();
        List<String> lines = new ArrayList<>(SummaryText.lines(report, width));
        libraries.made().stream()
                .filter(plan -> plan.services().size() > 1)
                .forEach(plan -> lines.addAll(LayersText.lines(plan)));
        lines.addAll(ImagesText.lines(PushReport.of(report, model)));
        return lines;
    }
}
