package io.github.aspirejava.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mutable state of a run, behind one lock: the wanted steps, their unfinished dependencies, and their outcomes. It
 * decides, and leaves the actions to the {@link PipelineRunner}: to start steps, and to report steps that ended. No
 * step ever blocks a thread to wait for another.
 */
final class Coordinator {
    private final IndexedGraph graph;
    private final Clock clock;
    private final BitSet wanted = new BitSet();
    /** The steps that have ended, and whose end has been reported to all listeners. */
    private final BitSet settled = new BitSet();

    private final int[] missing;
    private final @Nullable StepReport[] reports;
    private final @Nullable Instant[] starts;
    private final @Nullable List<Request>[] waiting;
    private final ReadySteps ready;
    private boolean cancelled;
    private @Nullable Instant began;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists cannot be created in another way
    Coordinator(IndexedGraph graph, int parallelism, Clock clock) {
        this.graph = graph;
        this.clock = clock;
        missing = new int[graph.size()];
        for (int i = 0; i < missing.length; i++) {
            missing[i] = graph.dependencies(i).length;
        }
        reports = new StepReport[graph.size()];
        starts = new Instant[graph.size()];
        waiting = new List[graph.size()];
        ready = new ReadySteps(graph, parallelism);
    }

    /** Requests steps and all their dependencies. Steps that will never begin are added to {@code ended}. */
    synchronized Request request(List<String> targets, List<StepReport> ended) {
        if (began == null) {
            began = clock.instant();
        }
        int[] closure = closure(targets);
        int open = 0;
        for (int step : closure) {
            if (!wanted.get(step)) {
                wanted.set(step);
                admit(step, ended);
            }
            if (!settled.get(step)) {
                open++;
            }
        }
        Request request = new Request(closure, open);
        for (int step : closure) {
            if (!settled.get(step)) {
                watch(step, request);
            }
        }
        return request;
    }

    /** Returns whether all steps of a request have ended. */
    synchronized boolean hasEnded(Request request) {
        return request.hasEnded();
    }

    private void watch(int step, Request request) {
        List<Request> requests = waiting[step];
        if (requests == null) {
            requests = new ArrayList<>(1);
            waiting[step] = requests;
        }
        requests.add(request);
    }

    private int[] closure(List<String> targets) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        for (String target : targets) {
            open.add(graph.number(target));
        }
        while (!open.isEmpty()) {
            int step = open.remove();
            if (!seen.get(step)) {
                seen.set(step);
                for (int dependency : graph.dependencies(step)) {
                    open.add(dependency);
                }
            }
        }
        return seen.stream().toArray();
    }

    /** Adds a step that is now wanted; its dependencies have been added before. */
    private void admit(int step, List<StepReport> ended) {
        if (cancelled) {
            ended.add(end(step, new StepOutcome.Cancelled()));
            return;
        }
        for (int dependency : graph.dependencies(step)) {
            StepReport report = reports[dependency];
            if (report != null && report.state() != StepState.SUCCEEDED) {
                ended.add(end(step, afterFailed(report)));
                return;
            }
        }
        if (missing[step] == 0) {
            ready.add(step);
        }
    }

    private static StepOutcome afterFailed(StepReport dependency) {
        if (dependency.outcome() instanceof StepOutcome.Failed) {
            return new StepOutcome.Skipped(dependency.step().name());
        }
        return dependency.outcome();
    }

    /** Returns the next step to start; -1 if none is ready or enough are running. */
    synchronized int next() {
        int step = ready.take();
        if (step >= 0) {
            starts[step] = clock.instant();
        }
        return step;
    }

    /** Returns a running step's report, from its outcome; for its dependents the step has not ended yet. */
    synchronized StepReport conclude(int step, StepOutcome outcome) {
        return report(step, outcome);
    }

    /** Ends a running step. Steps that will never begin because of it are added to {@code ended}. */
    synchronized void ended(int step, StepReport report, List<StepReport> ended) {
        ready.release(step);
        reports[step] = report;
        if (report.state() == StepState.SUCCEEDED) {
            for (int dependant : graph.dependants(step)) {
                if (--missing[dependant] == 0 && wanted.get(dependant) && reports[dependant] == null) {
                    ready.add(dependant);
                }
            }
        } else {
            endDependants(step, afterFailed(report), ended);
        }
    }

    private void endDependants(int failed, StepOutcome outcome, List<StepReport> ended) {
        Deque<Integer> open = new ArrayDeque<>();
        open.add(failed);
        while (!open.isEmpty()) {
            for (int dependant : graph.dependants(open.remove())) {
                if (wanted.get(dependant) && reports[dependant] == null) {
                    ended.add(end(dependant, outcome));
                    open.add(dependant);
                }
            }
        }
    }

    /** Cancels every step that has not begun; they are added to {@code ended}. */
    synchronized void cancel(List<StepReport> ended) {
        cancelled = true;
        ready.clear();
        wanted.stream()
                .filter(step -> reports[step] == null && starts[step] == null)
                .forEach(step -> ended.add(end(step, new StepOutcome.Cancelled())));
    }

    /**
     * Records that the end of a step has been reported to all listeners, and returns the requests for which it was the
     * last.
     */
    synchronized List<Request> settle(StepReport report) {
        int step = graph.number(report.step().name());
        settled.set(step);
        List<Request> requests = waiting[step];
        waiting[step] = null;
        return requests == null
                ? List.of()
                : requests.stream().filter(Request::countDown).toList();
    }

    synchronized @Nullable StepOutcome outcome(int step) {
        StepReport report = reports[step];
        return report == null ? null : report.outcome();
    }

    /** Returns the report of the run so far, for all steps. */
    synchronized RunReport report() {
        return report(wanted.stream().toArray());
    }

    /** Returns the report of the run so far, for some steps. */
    synchronized RunReport report(int[] steps) {
        List<StepReport> ended = new ArrayList<>(steps.length);
        Duration duration = Duration.ZERO;
        for (int step : steps) {
            StepReport report = reports[step];
            if (report != null) {
                ended.add(report);
                Duration end = report.start().plus(report.duration());
                duration = end.compareTo(duration) > 0 ? end : duration;
            }
        }
        return new RunReport(began == null ? clock.instant() : began, duration, ended);
    }

    private StepReport end(int step, StepOutcome outcome) {
        StepReport report = report(step, outcome);
        reports[step] = report;
        return report;
    }

    private StepReport report(int step, StepOutcome outcome) {
        Instant now = clock.instant();
        Instant start = starts[step] == null ? now : starts[step];
        Instant zero = began == null ? start : began;
        return new StepReport(graph.step(step), outcome, Duration.between(zero, start), Duration.between(start, now));
    }
}
