package io.github.aspirejava.run;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs steps that tests refer to by name, and records the order of events. */
final class TestRun {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int SECONDS = 30;

    private final Collection<Step> steps;
    private final Map<String, StepAction> actions = new HashMap<>();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private int parallelism = 4;
    private boolean failFast;
    private Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private ClassLoader loader = TestRun.class.getClassLoader();
    private RunListener listener = RunListener.NONE;

    private TestRun(Collection<Step> steps) {
        this.steps = steps;
    }

    /** Parses steps as text, one for each: {@code "push-api < build-api login"}. */
    static TestRun of(String... steps) {
        return of(Arrays.stream(steps).map(TestRun::step).toList());
    }

    static TestRun of(Collection<Step> steps) {
        return new TestRun(steps);
    }

    private static Step step(String text) {
        String[] sides = text.split(" < ", 2);
        List<String> before = sides.length == 1 ? List.of() : List.of(sides[1].split(" ", -1));
        return Step.of(sides[0], StepKind.BUILD_JAVA_APP, before, "");
    }

    TestRun action(String step, StepAction action) {
        actions.put(step, action);
        return this;
    }

    TestRun failing(String... names) {
        for (String name : names) {
            action(name, context -> {
                throw new StepException(name + " does not work");
            });
        }
        return this;
    }

    /** Adds a step that ends when {@code gate} opens. */
    TestRun blocked(String step, CountDownLatch gate) {
        return action(step, context -> {
            await(gate);
            return StepResult.NONE;
        });
    }

    TestRun parallelism(int parallelism) {
        this.parallelism = parallelism;
        return this;
    }

    TestRun failFast() {
        failFast = true;
        return this;
    }

    TestRun clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    TestRun contextClassLoader(ClassLoader loader) {
        this.loader = loader;
        return this;
    }

    TestRun listener(RunListener listener) {
        this.listener = listener;
        return this;
    }

    /** Returns the events so far: {@code "+name"} when an action begins, {@code "-name"} when it has ended. */
    List<String> log() {
        return List.copyOf(log);
    }

    PipelineRunner start() {
        Map<StepKind, StepAction> byKind = new EnumMap<>(StepKind.class);
        byKind.put(StepKind.BUILD_JAVA_APP, context -> {
            String name = context.step().name();
            log.add("+" + name);
            try {
                return actions.getOrDefault(name, StepAction.NOTHING).run(context);
            } finally {
                log.add("-" + name);
            }
        });
        return new PipelineRunner(
                StepGraph.of(steps), byKind, new RunSettings(parallelism, failFast, loader, clock), listener);
    }

    /** Runs targets to their end. */
    RunReport run(String... targets) throws Exception {
        try (PipelineRunner runner = start()) {
            return run(runner, targets);
        }
    }

    static RunReport run(PipelineRunner runner, String... targets) throws Exception {
        return runner.run(List.of(targets)).get(SECONDS, TimeUnit.SECONDS);
    }

    static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Waited in vain");
        }
    }

    /** Returns the states of all steps of a report, {@code "name state"}. */
    static List<String> states(RunReport report) {
        return report.steps().stream()
                .map(step -> step.step().name() + " " + step.state())
                .toList();
    }
}
