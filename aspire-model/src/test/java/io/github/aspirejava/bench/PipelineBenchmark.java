package io.github.aspirejava.bench;

import io.github.aspirejava.TestModels;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.steps.StepPlanner;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures the costs of planning, and of running with actions that do nothing, for a model whose graph has about
 * {@code steps} steps: Java applications, each with a build, an upload and a push.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class PipelineBenchmark {
    private static final Map<StepKind, StepAction> NOTHING =
            Arrays.stream(StepKind.values()).collect(Collectors.toMap(Function.identity(), kind -> StepAction.NOTHING));

    @Param({"100", "1000", "10000"})
    int steps;

    private TestModels declared = TestModels.model();
    private AppModel model = declared.build();
    private StepGraph graph = declared.plan();

    /** Declares the model. */
    @Setup
    public void declare() {
        declared = TestModels.model().containerRegistry("docker", "ghcr.io");
        for (int service = 0; service < steps / 3 - 2; service++) {
            declared.javaApps("service-" + service);
        }
        model = declared.build();
        graph = declared.plan();
    }

    /** Derives a graph from the declarations: the model is completed and checked, the steps are planned and ordered. */
    @Benchmark
    public StepGraph planAndValidate() {
        return declared.plan();
    }

    /** Runs the part of it that starts from a valid model. */
    @Benchmark
    public StepGraph plan() {
        return StepPlanner.plan(model, Set.of());
    }

    /** Runs everything, one step at a time. */
    @Benchmark
    public RunReport run() {
        RunSettings settings = new RunSettings(1, false, PipelineBenchmark.class.getClassLoader(), Clock.systemUTC());
        try (PipelineRunner runner = new PipelineRunner(graph, NOTHING, settings, RunListener.NONE)) {
            return runner.run(List.of("push", "build", "deploy", "provision", "publish"))
                    .join();
        }
    }

    /** Runs the benchmark; arguments are the names of benchmarks, by default all. */
    public static void main(String[] names) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        if (names.length == 0) {
            options.include(PipelineBenchmark.class.getName());
        }
        Arrays.stream(names).forEach(name -> options.include(PipelineBenchmark.class.getName() + "." + name + "$"));
        new Runner(options.build()).run();
    }
}
