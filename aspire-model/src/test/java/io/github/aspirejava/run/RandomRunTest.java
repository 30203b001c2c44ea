package io.github.aspirejava.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.RandomGraphs;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every graph, with any failures. */
class RandomRunTest {
    @Property(tries = 300)
    void endsEveryStepInTheOnlyStateItCan(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 5) int parallelism)
            throws Exception {
        Random random = new Random(seed);
        List<Step> steps = RandomGraphs.steps(random, size);
        StepGraph graph = StepGraph.of(steps);
        Set<String> failing = new HashSet<>();
        steps.stream().filter(step -> random.nextInt(6) == 0).map(Step::name).forEach(failing::add);
        List<String> targets = new ArrayList<>();
        steps.stream().filter(step -> random.nextInt(3) == 0).map(Step::name).forEach(targets::add);

        Set<String> ended = ConcurrentHashMap.newKeySet();
        Set<String> tooEarly = ConcurrentHashMap.newKeySet();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        TestRun run = TestRun.of(steps).parallelism(parallelism);
        for (Step step : steps) {
            run.action(step.name(), context -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                if (!ended.containsAll(step.dependsOn())) {
                    tooEarly.add(step.name());
                }
                running.decrementAndGet();
                if (failing.contains(step.name())) {
                    throw new StepException("fails");
                }
                ended.add(step.name());
                return StepResult.NONE;
            });
        }
        RunReport report = run.run(targets.toArray(String[]::new));

        assertThat(tooEarly).isEmpty();
        assertThat(most.get()).isLessThanOrEqualTo(parallelism);
        assertThat(run.log()).doesNotHaveDuplicates();
        assertThat(report.steps())
                .extracting(StepReport::step)
                .containsExactlyInAnyOrderElementsOf(graph.closure(targets).steps());
        for (StepReport step : report.steps()) {
            assertThat(step.state()).as(step.step().name()).isEqualTo(expected(graph, step.step(), failing));
            step.because().ifPresent(cause -> {
                assertThat(failing).contains(cause);
                assertThat(graph.closure(List.of(step.step().name())).find(cause))
                        .isPresent();
            });
        }
    }

    /**
     * Returns the expected state: a step is skipped exactly if one of its direct or indirect dependencies fails or is
     * skipped.
     */
    private static StepState expected(StepGraph graph, Step step, Set<String> failing) {
        boolean blocked = step.dependsOn().stream()
                .anyMatch(name -> expected(graph, graph.step(name), failing) != StepState.SUCCEEDED);
        if (blocked) {
            return StepState.SKIPPED;
        }
        return failing.contains(step.name()) ? StepState.FAILED : StepState.SUCCEEDED;
    }

    @Property(tries = 200)
    void completesEveryFutureIfItIsCancelledAtAnyMoment(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size, @ForAll boolean failFast)
            throws Exception {
        Random random = new Random(seed);
        List<Step> steps = RandomGraphs.steps(random, size);
        String cancels = steps.get(random.nextInt(size)).name();
        String fails = steps.get(random.nextInt(size)).name();
        TestRun run = TestRun.of(steps).failing(fails);
        if (failFast) {
            run.failFast();
        }
        PipelineRunner[] runner = new PipelineRunner[1];
        run.action(cancels, context -> {
            runner[0].cancel();
            return StepResult.NONE;
        });
        String[] all = steps.stream().map(Step::name).toArray(String[]::new);
        try (PipelineRunner started = run.start()) {
            runner[0] = started;
            RunReport report = TestRun.run(started, all);

            assertThat(report.steps()).hasSize(size);
            assertThat(run.log()).doesNotHaveDuplicates();
            assertThat(report.in(StepState.SKIPPED))
                    .allSatisfy(step -> assertThat(step.because()).contains(fails));
        }
    }
}
