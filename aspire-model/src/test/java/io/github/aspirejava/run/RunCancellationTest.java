package io.github.aspirejava.run;

import static io.github.aspirejava.run.TestRun.await;
import static io.github.aspirejava.run.TestRun.run;
import static io.github.aspirejava.run.TestRun.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The cancellation of runs: the steps that it affects, and their notification. */
class RunCancellationTest {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void beginsNothingThatIsAskedForAfterwards() throws Exception {
        TestRun run = TestRun.of("a", "b < a");
        try (PipelineRunner runner = run.start()) {
            runner.cancel();

            assertThat(states(run(runner, "b"))).containsExactly("a cancelled", "b cancelled");
        }
        assertThat(run.log()).isEmpty();
    }

    @Test
    void cancelsWhatHasNotBegunAndWaitsForWhatIsRunning() throws Exception {
        TestRun run = TestRun.of("running", "later < running", "queued")
                .parallelism(1)
                .action("running", context -> {
                    running.countDown();
                    await(gate);
                    return StepResult.NONE;
                });
        try (PipelineRunner runner = run.start()) {
            CompletableFuture<RunReport> future = runner.run(List.of("queued", "later"));
            await(running);
            runner.cancel();
            assertThat(future).isNotDone();
            gate.countDown();

            assertThat(states(future.get(30, TimeUnit.SECONDS)))
                    .containsExactly("queued cancelled", "running succeeded", "later cancelled");
        }
    }

    @Test
    void endsARunningStepThatHeedsIt() throws Exception {
        TestRun run = TestRun.of("running").action("running", context -> {
            running.countDown();
            await(gate);
            context.cancellation().throwIfCancelled();
            return StepResult.NONE;
        });

        assertThat(cancelledWhileRunning(run)).containsExactly("running cancelled");
    }

    @Test
    void endsARunningStepWhoseFutureWasCancelled() throws Exception {
        TestRun run = TestRun.of("running").action("running", context -> {
            running.countDown();
            await(gate);
            throw new CompletionException(new CancellationException());
        });

        assertThat(cancelledWhileRunning(run)).containsExactly("running cancelled");
    }

    @Test
    void keepsAFailureOfARunningStep() throws Exception {
        TestRun run = TestRun.of("running").action("running", context -> {
            running.countDown();
            await(gate);
            throw new StepException("broken");
        });

        assertThat(cancelledWhileRunning(run)).containsExactly("running failed");
    }

    private List<String> cancelledWhileRunning(TestRun run) throws Exception {
        try (PipelineRunner runner = run.start()) {
            CompletableFuture<RunReport> future = runner.run(List.of("running"));
            await(running);
            runner.cancel();
            gate.countDown();
            return states(future.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void completesEveryFutureIfItIsClosedWhileRunning() throws Exception {
        TestRun run = TestRun.of("running", "later < running").blocked("running", gate);
        PipelineRunner runner = run.start();
        CompletableFuture<RunReport> future = runner.run(List.of("later"));
        runner.close();
        gate.countDown();

        assertThat(states(future.get(30, TimeUnit.SECONDS))).contains("later cancelled");
        assertThat(states(run(runner, "running", "later"))).hasSize(2).contains("later cancelled");
    }

    @Test
    void completesEveryFutureIfWhoIsToldThrows() throws Exception {
        TestRun run = TestRun.of("running", "later < running").action("running", context -> {
            context.cancellation().onCancel(() -> {
                throw new IllegalStateException("told");
            });
            running.countDown();
            await(gate);
            return StepResult.NONE;
        });
        try (PipelineRunner runner = run.start()) {
            CompletableFuture<RunReport> future = runner.run(List.of("later"));
            await(running);
            runner.cancel();
            gate.countDown();

            assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS)).hasRootCauseMessage("told");
            assertThat(states(runner.report())).containsExactly("running succeeded", "later cancelled");
        }
    }

    @Test
    void mayHappenTwice() throws Exception {
        try (PipelineRunner runner = TestRun.of("a").start()) {
            runner.cancel();
            runner.cancel();

            assertThat(states(run(runner, "a"))).containsExactly("a cancelled");
        }
    }
}
