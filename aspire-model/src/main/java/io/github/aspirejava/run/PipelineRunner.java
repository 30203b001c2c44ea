package io.github.aspirejava.run;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.text.ForeignText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of one graph, on a pool of its own. Targets can be requested at any time and from any thread; each
 * step runs at most once, however often it is requested. Independent steps go on when one fails; dependents of the
 * failed one are skipped.
 */
public final class PipelineRunner implements AutoCloseable {
    private final StepGraph stepGraph;
    private final IndexedGraph graph;
    private final Map<StepKind, StepAction> actions;
    private final RunSettings settings;
    private final RunListener listener;
    private final Coordinator coordinator;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicReference<@Nullable Throwable> listenerFailure = new AtomicReference<>();
    /** Completes exceptionally if a step has ended in a way that cannot be recorded. */
    private final CompletableFuture<RunReport> abandoned = new CompletableFuture<>();

    private final ForkJoinPool pool;

    /**
     * Prepares to run {@code graph}; nothing runs yet.
     *
     * @param actions the action for each kind of step; a step of a kind without an action fails
     */
    public PipelineRunner(
            StepGraph graph, Map<StepKind, StepAction> actions, RunSettings settings, RunListener listener) {
        this.stepGraph = graph;
        this.graph = new IndexedGraph(graph);
        this.actions = new EnumMap<>(StepKind.class);
        this.actions.put(StepKind.AGGREGATE, StepAction.NOTHING);
        this.actions.putAll(actions);
        this.settings = settings;
        this.listener = listener;
        this.coordinator = new Coordinator(this.graph, settings.parallelism(), settings.clock());
        this.pool = StepPool.of(settings);
    }

    /** Returns the graph that is run. */
    public StepGraph graph() {
        return stepGraph;
    }

    /**
     * Starts the targets and all their dependencies, as far as these have not been started before.
     *
     * @return completes with the report of these steps when all of them have ended, whatever their outcome
     * @throws io.github.aspirejava.steps.UnknownStepException if the graph has no such step
     */
    public CompletableFuture<RunReport> run(Collection<String> targets) {
        targets.forEach(stepGraph::step);
        List<StepReport> ended = new ArrayList<>();
        Request request = coordinator.request(List.copyOf(targets), ended);
        startReady();
        tell(ended);
        if (coordinator.hasEnded(request)) {
            complete(request);
        }
        CompletableFuture<?> ignored =
                abandoned.whenComplete((none, failure) -> request.future().completeExceptionally(failure));
        return request.future();
    }

    /** Returns the report of all requested steps so far. */
    public RunReport report() {
        return coordinator.report();
    }

    /** Returns the cancellation of the run, for code outside of steps. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Cancels everything that has not ended; running steps are notified. */
    public void cancel() {
        List<StepReport> ended = new ArrayList<>();
        coordinator.cancel(ended);
        notifying(cancellation::cancel);
        tell(ended);
    }

    /** Cancels everything that has not ended and releases the threads. */
    @Override
    public void close() {
        cancel();
        pool.shutdown();
    }

    private void startReady() {
        for (int step = coordinator.next(); step >= 0; step = coordinator.next()) {
            int number = step;
            try {
                pool.execute(() -> runOrAbandon(number));
            } catch (RejectedExecutionException e) {
                end(number, new StepOutcome.Cancelled()); // closed in the meantime
            }
        }
    }

    /**
     * Runs a step. If its end cannot be recorded, such as for lack of a class, all requests fail instead of waiting.
     */
    private void runOrAbandon(int number) {
        try {
            runStep(number);
        } catch (Throwable e) {
            abandoned.completeExceptionally(e);
        }
    }

    private void runStep(int number) {
        Step step = graph.step(number);
        if (cancellation.isCancelled()) {
            end(number, new StepOutcome.Cancelled());
        } else {
            notifying(() -> listener.started(step));
            end(number, outcome(number, step));
        }
    }

    private void end(int number, StepOutcome outcome) {
        StepReport report = coordinator.conclude(number, outcome);
        notifying(() -> listener.ended(report));
        List<StepReport> skipped = new ArrayList<>();
        coordinator.ended(number, report, skipped);
        List<Request> answered = coordinator.settle(report);
        if (settings.failFast() && report.state() == StepState.FAILED) {
            cancel();
        }
        startReady(); // before the listeners are called, which may take long
        tell(skipped);
        answered.forEach(this::complete);
    }

    /** Runs the action of a step. An exception or error of the action becomes the outcome, and the run goes on. */
    private StepOutcome outcome(int number, Step step) {
        StepAction action = actions.get(step.kind());
        try {
            if (action == null) {
                throw new StepException(
                        "Step '%s' can be planned but not run yet: there is no action for steps of kind %s"
                                .formatted(step.name(), step.kind()));
            }
            return new StepOutcome.Succeeded(action.run(new Context(number, step)));
        } catch (Throwable error) {
            Throwable cause = Reasons.cause(error);
            boolean told = cause instanceof CancellationException || cause instanceof InterruptedException;
            return told && cancellation.isCancelled() ? new StepOutcome.Cancelled() : new StepOutcome.Failed(error);
        }
    }

    /** Reports steps that ended without having begun. */
    private void tell(List<StepReport> ended) {
        for (StepReport report : ended) {
            notifying(() -> listener.ended(report));
        }
        ended.forEach(this::settle);
    }

    private void settle(StepReport report) {
        coordinator.settle(report).forEach(this::complete);
    }

    private void complete(Request request) {
        Throwable failure = listenerFailure.get();
        if (failure == null) {
            request.future().complete(coordinator.report(request.steps()));
        } else {
            request.future().completeExceptionally(failure);
        }
    }

    private void notifying(Runnable notification) {
        try {
            notification.run();
        } catch (Throwable e) { // an error too: a step that is not settled would block its requests forever
            listenerFailure.compareAndSet(null, e);
        }
    }

    private final class Context implements StepContext {
        private final int number;
        private final Step step;

        Context(int number, Step step) {
            this.number = number;
            this.step = step;
        }

        @Override
        public Step step() {
            return step;
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }

        @Override
        public void progress(String message) {
            notifying(() -> listener.progressed(step, ForeignText.line(message)));
        }

        @Override
        public <T extends StepResult> List<T> results(Class<T> type) {
            List<T> results = new ArrayList<>();
            for (int dependency : graph.dependencies(number)) {
                if (coordinator.outcome(dependency) instanceof StepOutcome.Succeeded succeeded
                        && type.isInstance(succeeded.result())) {
                    results.add(type.cast(succeeded.result()));
                }
            }
            return results;
        }

        @Override
        public <T extends StepResult> T result(String dependency, Class<T> type) {
            if (step.dependsOn().contains(dependency)
                    && coordinator.outcome(graph.number(dependency)) instanceof StepOutcome.Succeeded succeeded
                    && type.isInstance(succeeded.result())) {
                return type.cast(succeeded.result());
            }
            throw new IllegalStateException("Step '%s' does not wait for a result of type %s from '%s'"
                    .formatted(step.name(), type.getSimpleName(), dependency));
        }
    }
}
