package io.github.aspirejava.maven.report;

import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepState;
import io.github.aspirejava.steps.StepKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Maps each failure to its module: the one that the step's service is made from, or else the one in whose turn the step
 * was requested. The cause of a step's failure is reported once, in the first module that it fails.
 */
public final class FailureReport {
    private final Function<String, Optional<MavenProject>> moduleOfService;
    private final Map<MavenProject, Entry> entries = new LinkedHashMap<>();
    private final Set<String> steps = new HashSet<>();
    private final Map<String, MavenProject> told = new HashMap<>();

    /**
     * Creates an empty report.
     *
     * @param moduleOfService the module of this build that a service is made from
     */
    public FailureReport(Function<String, Optional<MavenProject>> moduleOfService) {
        this.moduleOfService = moduleOfService;
    }

    /** Adds the steps that did not succeed. */
    public void add(Submission submission, RunReport run) {
        for (String target : submission.targets()) {
            run.find(target)
                    .filter(step -> step.step().kind() != StepKind.AGGREGATE)
                    .ifPresent(step -> add(submission, step, run));
        }
        // An aggregate stands for steps that may not have been requested by name.
        run.in(StepState.FAILED).stream()
                .filter(step -> !told.containsKey(step.step().name()))
                .forEach(step -> add(submission, step, run));
    }

    private void add(Submission submission, StepReport step, RunReport run) {
        if (step.state() == StepState.SUCCEEDED || !steps.add(step.step().name())) {
            return;
        }
        StepReport failed = step.because().flatMap(run::find).orElse(step);
        if (failed.step().kind() == StepKind.AWAIT_BUILD) {
            return; // Maven itself reports which modules have failed
        }
        MavenProject module = module(failed).or(() -> module(step)).orElse(submission.project());
        Entry entry = entries.computeIfAbsent(module, m -> new Entry(submission.execution()));
        MavenProject before = failed.state() == StepState.FAILED
                ? told.putIfAbsent(failed.step().name(), module)
                : null;
        if (failed.state() == StepState.FAILED && before == null) {
            entry.lines.add(
                    "%s failed: %s".formatted(failed.step(), failed.reason().orElse("")));
            if (failed.outcome() instanceof StepOutcome.Failed outcome) {
                entry.errors.add(outcome.error());
            }
        } else if (!module.equals(before)) {
            String because = step.because().map(" because of %s"::formatted).orElse("");
            entry.lines.add("%s was %s%s".formatted(step.step(), step.state(), because));
        }
    }

    private Optional<MavenProject> module(StepReport step) {
        return step.step().resource().flatMap(moduleOfService);
    }

    /** Returns the failures so far, in the order in which their modules had their turns. */
    public List<ModuleFailure> failures() {
        return entries.entrySet().stream()
                .map(entry -> new ModuleFailure(
                        entry.getKey(),
                        entry.getValue().execution,
                        String.join("\n", entry.getValue().lines),
                        entry.getValue().errors))
                .toList();
    }

    private static final class Entry {
        private final MojoExecution execution;
        private final List<String> lines = new ArrayList<>();
        private final List<Throwable> errors = new ArrayList<>();

        Entry(MojoExecution execution) {
            this.execution = execution;
        }
    }
}
