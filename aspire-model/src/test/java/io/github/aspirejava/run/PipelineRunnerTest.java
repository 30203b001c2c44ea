package io.github.aspirejava.run;

import static io.github.aspirejava.run.TestRun.await;
import static io.github.aspirejava.run.TestRun.run;
import static io.github.aspirejava.run.TestRun.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.concurrent.Subtasks;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.UnknownStepException;
import java.lang.Thread.State;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Covers oracles 1 to 7 and 16: the steps that run, their order, number of runs and threads. Failures and cancellation
 * have their own tests.
 */
class PipelineRunnerTest {
    @Test
    void runsAStepOnce() throws Exception {
        TestRun run = TestRun.of("a");

        assertThat(run.run("a").succeeded()).isTrue();
        assertThat(run.log()).containsExactly("+a", "-a");
    }

    @Test
    void endsAtOnceIfNothingIsAskedFor() throws Exception {
        RunReport report = TestRun.of("a").run();

        assertThat(report.steps()).isEmpty();
        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void endsEveryStepBeforeThoseThatWaitForIt() throws Exception {
        TestRun run = TestRun.of("a", "b < a", "c < b", "d < c").parallelism(8);

        run.run("d");

        assertThat(run.log()).containsExactly("+a", "-a", "+b", "-b", "+c", "-c", "+d", "-d");
    }

    @Test
    void runsADiamondWithEachStepOnce() throws Exception {
        TestRun run = TestRun.of("base", "left < base", "right < base", "top < left right");

        assertThat(states(run.run("top")))
                .containsExactly("base succeeded", "left succeeded", "right succeeded", "top succeeded");
        assertThat(run.log())
                .hasSize(8)
                .doesNotHaveDuplicates()
                .startsWith("+base", "-base")
                .endsWith("+top", "-top");
    }

    @Test
    void runsOnlyWhatTheTargetsWaitFor() throws Exception {
        TestRun run = TestRun.of("a", "b < a", "other", "c < b other");

        assertThat(states(run.run("b"))).containsExactly("a succeeded", "b succeeded");
        assertThat(run.log()).doesNotContain("+other", "+c");
    }

    @Test
    void refusesATargetThatIsNoStepAndRunsNothing() {
        TestRun run = TestRun.of("a");
        try (PipelineRunner runner = run.start()) {
            assertThatThrownBy(() -> runner.run(List.of("a", "b"))).isInstanceOf(UnknownStepException.class);
            assertThat(runner.report().steps()).isEmpty();
        }
        assertThat(run.log()).isEmpty();
    }

    @Test
    void runsIndependentStepsAtTheSameTime() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(3);
        StepAction meets = context -> {
            barrier.await(30, TimeUnit.SECONDS);
            return StepResult.NONE;
        };
        RunReport report = TestRun.of("a", "b", "c", "all < a b c")
                .parallelism(3)
                .action("a", meets)
                .action("b", meets)
                .action("c", meets)
                .run("all");

        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void neverRunsMoreStepsAtOnceThanAllowed() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        String[] names = IntStream.range(0, 40).mapToObj(i -> "s" + i).toArray(String[]::new);
        TestRun run = TestRun.of(names).parallelism(3);
        for (String name : names) {
            run.action(name, context -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                three.countDown();
                await(three);
                running.decrementAndGet();
                return StepResult.NONE;
            });
        }

        assertThat(run.run(names).succeeded()).isTrue();
        assertThat(most).hasValue(3);
    }

    @Test
    void runsOneStepAfterTheOtherIfOnlyOneIsAllowed() throws Exception {
        TestRun run = TestRun.of("a", "b", "c", "d < a b c").parallelism(1);

        run.run("d");

        assertThat(run.log()).containsExactly("+a", "-a", "+b", "-b", "+c", "-c", "+d", "-d");
    }

    @Test
    void startsTheStepWithTheLongestRemainingChainFirst() throws Exception {
        TestRun run = TestRun.of("a", "b", "c", "c1 < c", "c2 < c1", "b1 < b", "all < a b1 c2")
                .parallelism(1);

        run.run("all");

        assertThat(run.log().stream().filter(entry -> entry.startsWith("+")))
                .containsExactly("+c", "+b", "+c1", "+a", "+b1", "+c2", "+all");
    }

    @Test
    void doesNotLetABlockedStepHoldBackOthers() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        TestRun run = TestRun.of("login-b", "push-b < login-b", "login-a", "push-a < login-a", "push-c < login-a")
                .blocked("login-b", gate);
        try (PipelineRunner runner = run.start()) {
            CompletableFuture<RunReport> blocked = runner.run(List.of("push-b"));

            assertThat(run(runner, "push-a", "push-c").succeeded()).isTrue();
            assertThat(blocked).isNotDone();

            gate.countDown();
            assertThat(blocked.get(30, TimeUnit.SECONDS).succeeded()).isTrue();
        }
    }

    @Test
    void doesThePartsOfAStepSideBySideWhileTheOthersWait() throws Exception {
        CompletableFuture<StepResult> made = new CompletableFuture<>();
        Set<Thread> waiting = ConcurrentHashMap.newKeySet();
        StepAction waits = context -> {
            waiting.add(Thread.currentThread());
            return made.get();
        };
        CyclicBarrier together = new CyclicBarrier(2);
        StepAction makes = context -> {
            while (waiting.size() < 3 || waiting.stream().anyMatch(thread -> thread.getState() != State.WAITING)) {
                Thread.onSpinWait();
            }
            try {
                Subtasks.map(List.of(1, 2), part -> together.await(30, TimeUnit.SECONDS));
            } finally {
                made.complete(StepResult.NONE);
            }
            return StepResult.NONE;
        };
        RunReport report = TestRun.of("a", "b", "c", "layer", "all < a b c layer")
                .parallelism(4)
                .action("a", waits)
                .action("b", waits)
                .action("c", waits)
                .action("layer", makes)
                .run("all");

        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void runsAStepOnceHoweverManyAskForItAtTheSameTime() throws Exception {
        String[] graph = IntStream.range(0, 50)
                .mapToObj(i -> i == 0 ? "s0" : "s%d < s%d".formatted(i, i / 2))
                .toArray(String[]::new);
        TestRun run = TestRun.of(graph);
        CyclicBarrier barrier = new CyclicBarrier(8);
        try (PipelineRunner runner = run.start()) {
            List<CompletableFuture<RunReport>> reports = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    barrier.await(30, TimeUnit.SECONDS);
                                    return TestRun.run(runner, "s" + (49 - i), "s10");
                                } catch (Exception e) {
                                    throw new AssertionError(e);
                                }
                            },
                            command -> new Thread(command).start()))
                    .toList();
            for (CompletableFuture<RunReport> report : reports) {
                assertThat(report.get(30, TimeUnit.SECONDS).succeeded()).isTrue();
            }
        }

        assertThat(run.log()).doesNotHaveDuplicates().contains("+s0", "+s49", "+s42", "+s10");
    }

    @Test
    void answersEachOfSeveralRequestsWhenItsOwnStepsHaveEnded() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        TestRun run = TestRun.of("shared", "slow < shared", "fast < shared").blocked("slow", gate);
        try (PipelineRunner runner = run.start()) {
            CompletableFuture<RunReport> slow = runner.run(List.of("slow", "fast"));
            RunReport fast = run(runner, "fast");

            assertThat(states(fast)).containsExactly("shared succeeded", "fast succeeded");
            assertThat(slow).isNotDone();
            gate.countDown();
            assertThat(states(slow.get(30, TimeUnit.SECONDS)))
                    .containsExactly("shared succeeded", "fast succeeded", "slow succeeded");
            assertThat(states(runner.report())).hasSize(3);
        }
        assertThat(run.log()).containsOnlyOnce("+shared");
    }

    @Test
    void runsNothingAgainThatHasEnded() throws Exception {
        TestRun run = TestRun.of("a", "b < a");
        try (PipelineRunner runner = run.start()) {
            run(runner, "a");
            assertThat(states(run(runner, "a"))).containsExactly("a succeeded");
            assertThat(states(run(runner, "b"))).containsExactly("a succeeded", "b succeeded");
        }

        assertThat(run.log()).containsExactly("+a", "-a", "+b", "-b");
    }

    @Test
    void doesNotWaitForWhoeverIsToldOfTheEnd() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        TestRun run = TestRun.of("a", "b < a").parallelism(2).blocked("a", told);
        try (PipelineRunner runner = run.start()) {
            CompletableFuture<Void> slowly = runner.run(List.of("a")).thenAccept(report -> {
                try {
                    await(gate);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            CompletableFuture<RunReport> b = runner.run(List.of("b"));
            told.countDown();

            assertThat(b.get(30, TimeUnit.SECONDS).succeeded()).isTrue();
            assertThat(slowly).isNotDone();
            gate.countDown();
            slowly.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void runsActionsOnThreadsWithNamesAndTheGivenContextClassLoader() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
            AtomicReference<String> thread = new AtomicReference<>("");
            AtomicReference<ClassLoader> seen =
                    new AtomicReference<>(Thread.currentThread().getContextClassLoader());
            TestRun.of("a")
                    .contextClassLoader(loader)
                    .action("a", context -> {
                        thread.set(Thread.currentThread().getName());
                        seen.set(Thread.currentThread().getContextClassLoader());
                        return StepResult.NONE;
                    })
                    .run("a");

            assertThat(thread.get()).matches("aspire-[0-9]+");
            assertThat(seen).hasValue(loader);
        }
    }

    @Test
    void givesActionsTheTypedResultsOfTheStepsTheyDirectlyWaitFor() throws Exception {
        AtomicReference<List<Image>> images = new AtomicReference<>(List.of());
        AtomicReference<String> login = new AtomicReference<>("");
        RunReport report = TestRun.of("before", "b < before", "a", "login", "push < a b login")
                .action("before", context -> new Image("before"))
                .action("a", context -> new Image("a"))
                .action("b", context -> new Image("b"))
                .action("login", context -> new Login("ghcr.io"))
                .action("push", context -> {
                    images.set(context.results(Image.class));
                    login.set(context.result(Login.class).host());
                    return StepResult.NONE;
                })
                .run("push");

        assertThat(report.succeeded()).isTrue();
        assertThat(images.get()).containsExactly(new Image("a"), new Image("b"));
        assertThat(login).hasValue("ghcr.io");
    }

    @Test
    void failsAStepWhoseOnlyResultIsMissing() throws Exception {
        RunReport report = TestRun.of("a", "b < a")
                .action("b", context -> context.result(Image.class))
                .run("b");

        assertThat(report.find("b").orElseThrow().reason())
                .contains(
                        "Unexpected IllegalStateException: Step 'b' waits for 0 results of type Image instead of one");
    }

    @Test
    void givesActionsTheResultOfOneOfSeveralStepsOfTheSameType() throws Exception {
        AtomicReference<Image> image = new AtomicReference<>();
        RunReport report = TestRun.of("a", "b", "push-b < a b")
                .action("a", context -> new Image("a"))
                .action("b", context -> new Image("b"))
                .action("push-b", context -> {
                    image.set(context.result("b", Image.class));
                    return StepResult.NONE;
                })
                .run("push-b");

        assertThat(report.succeeded()).isTrue();
        assertThat(image).hasValue(new Image("b"));
    }

    @Test
    void failsAStepThatAsksForTheResultOfOneItDoesNotDirectlyWaitFor() throws Exception {
        RunReport report = TestRun.of("a", "b < a", "c < b")
                .action("a", context -> new Image("a"))
                .action("c", context -> context.result("a", Image.class))
                .run("c");

        assertThat(report.find("c").orElseThrow().reason())
                .contains(
                        "Unexpected IllegalStateException: Step 'c' does not wait for a result of type Image from 'a'");
    }

    @Test
    void tellsActionsTheirStep() throws Exception {
        AtomicReference<String> name = new AtomicReference<>("");
        TestRun.of("a")
                .action("a", context -> {
                    Step step = context.step();
                    name.set(step.name());
                    return StepResult.NONE;
                })
                .run("a");

        assertThat(name).hasValue("a");
    }

    @Test
    void runsTenThousandStepsInOneChain() throws Exception {
        String[] graph = IntStream.range(0, 10_000)
                .mapToObj(i -> i == 0 ? "s0" : "s%d < s%d".formatted(i, i - 1))
                .toArray(String[]::new);

        assertThat(TestRun.of(graph).run("s9999").in(StepState.SUCCEEDED)).hasSize(10_000);
    }

    private record Image(String service) implements StepResult {}

    private record Login(String host) implements StepResult {}
}
