package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The context of a step in a run that has been cancelled. */
public final class CancelledRun {
    private CancelledRun() {}

    public static Cancellation cancellation() {
        CompletableFuture<Cancellation> known = new CompletableFuture<>();
        StepGraph graph = StepGraph.of(List.of(Step.of("build-api", StepKind.BUILD_JAVA_APP, List.of(), "")));
        RunSettings settings = new RunSettings(1, false, CancelledRun.class.getClassLoader(), Clock.systemUTC());
        try (PipelineRunner runner = new PipelineRunner(
                graph,
                Map.of(StepKind.BUILD_JAVA_APP, context -> {
                    known.complete(context.cancellation());
                    return StepResult.NONE;
                }),
                settings,
                RunListener.NONE)) {
            runner.run(List.of("build-api")).join();
            runner.cancel();
        }
        return known.join();
    }
}
