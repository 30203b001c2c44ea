package io.github.aspirejava.run;

import static io.github.aspirejava.run.TestRun.await;
import static io.github.aspirejava.run.TestRun.run;
import static io.github.aspirejava.run.TestRun.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Covers oracles 13, 14, 19 to 24: the steps that a failure blocks, and those that it does not. */
class RunFailureTest {
    @Test
    void goesOnWithWhatDoesNotWaitForTheFailedStep() throws Exception {
        TestRun run = TestRun.of("bad", "good", "next < good", "all < bad next").failing("bad");

        RunReport report = run.run("all");

        assertThat(states(report)).containsExactly("bad failed", "good succeeded", "next succeeded", "all skipped");
        assertThat(report.succeeded()).isFalse();
        assertThat(run.log()).contains("-next").doesNotContain("+all");
    }

    @Test
    void namesTheFailedStepThroughSeveralLevels() throws Exception {
        RunReport report =
                TestRun.of("bad", "a < bad", "b < a", "c < b").failing("bad").run("c");

        assertThat(report.in(StepState.SKIPPED))
                .extracting(step -> step.step().name(), step -> step.because().orElse(""))
                .containsExactly(tuple("a", "bad"), tuple("b", "bad"), tuple("c", "bad"));
        assertThat(report.find("a").orElseThrow().duration()).isZero();
    }

    @Test
    void doesNotTellRunningStepsOfAnIndependentFailure() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        RunReport report = TestRun.of("bad", "good")
                .failing("bad")
                .listener(new RunListener() {
                    @Override
                    public void ended(StepReport report) {
                        failed.countDown();
                    }
                })
                .action("good", context -> {
                    await(failed);
                    context.cancellation().throwIfCancelled();
                    return StepResult.NONE;
                })
                .run("bad", "good");

        assertThat(states(report)).containsExactly("bad failed", "good succeeded");
    }

    @Test
    void keepsTheMessageOfAFailureThatIsMeantForPeople() throws Exception {
        StepReport report =
                TestRun.of("bad").failing("bad").run("bad").find("bad").orElseThrow();

        assertThat(report.reason()).contains("bad does not work");
        assertThat(report.because()).isEmpty();
    }

    @Test
    void keepsTheOriginalErrorOfAnyFailure() throws Exception {
        IllegalStateException error = new IllegalStateException("odd");
        StepReport report = TestRun.of("bad")
                .action("bad", context -> {
                    throw error;
                })
                .run("bad")
                .find("bad")
                .orElseThrow();

        assertThat(report.outcome()).isEqualTo(new StepOutcome.Failed(error));
        assertThat(report.reason()).contains("Unexpected IllegalStateException: odd");
    }

    @Test
    void survivesAnActionThatThrowsAnError() throws Exception {
        RunReport report = TestRun.of("bad", "after < bad", "good")
                .action("bad", context -> {
                    throw new StackOverflowError();
                })
                .run("after", "good");

        assertThat(states(report)).containsExactly("bad failed", "good succeeded", "after skipped");
        assertThat(report.find("bad").orElseThrow().reason()).contains("Unexpected StackOverflowError");
    }

    @Test
    void failsAStepOfAKindThatNothingIsKnownOf() throws Exception {
        StepGraph graph = StepGraph.of(List.of(Step.of("push-api", StepKind.PUSH_IMAGE, Set.of(), "")));
        try (PipelineRunner runner = new PipelineRunner(
                graph,
                Map.of(),
                new RunSettings(1, false, RunFailureTest.class.getClassLoader(), Clock.systemUTC()),
                RunListener.NONE)) {
            assertThat(run(runner, "push-api").find("push-api").orElseThrow().reason())
                    .contains(
                            "Step 'push-api' can be planned but not run yet: there is no action for steps of kind PUSH_IMAGE");
        }
    }

    @Test
    void takesAnExceptionOfCancellationForAFailureIfNobodyCancelled() throws Exception {
        RunReport report = TestRun.of("bad")
                .action("bad", context -> {
                    throw new InterruptedException();
                })
                .run("bad");

        assertThat(states(report)).containsExactly("bad failed");
    }

    @Test
    void skipsWhatIsAskedForAfterTheFailureThatBlocksIt() throws Exception {
        TestRun run = TestRun.of("bad", "a < bad", "b < a", "good").failing("bad");
        try (PipelineRunner runner = run.start()) {
            run(runner, "bad");
            RunReport report = run(runner, "b", "good");

            assertThat(states(report)).containsExactly("bad failed", "good succeeded", "a skipped", "b skipped");
            assertThat(report.find("b").orElseThrow().because()).contains("bad");
        }
        assertThat(run.log()).containsOnlyOnce("+bad");
    }

    @Test
    void cancelsTheRestAtTheFirstFailureIfAskedTo() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        RunReport report = TestRun.of("bad", "running", "later < running", "blocked < bad")
                .parallelism(2)
                .failFast()
                .action("bad", context -> {
                    await(running);
                    throw new StepException("bad does not work");
                })
                .action("running", context -> {
                    CountDownLatch told = new CountDownLatch(1);
                    context.cancellation().onCancel(told::countDown);
                    running.countDown();
                    await(told);
                    context.cancellation().throwIfCancelled();
                    return StepResult.NONE;
                })
                .run("later", "blocked");

        assertThat(states(report))
                .containsExactly("bad failed", "running cancelled", "blocked skipped", "later cancelled");
    }

    @Test
    void endsWithWhatAListenerThrowsWhenAllStepsHaveEnded() {
        RunListener throwing = new RunListener() {
            @Override
            public void started(Step step) {
                throw new IllegalStateException("listener");
            }
        };
        TestRun run = TestRun.of("a", "b < a").listener(throwing);

        assertThatThrownBy(() -> run.run("b"))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("listener");
        assertThat(run.log()).containsExactly("+a", "-a", "+b", "-b");
    }

    @Test
    void endsWithTheErrorThatAListenerThrows() {
        RunListener throwing = new RunListener() {
            @Override
            public void ended(StepReport report) {
                throw new AssertionError("listener");
            }
        };

        assertThatThrownBy(() ->
                        TestRun.of("a", "b < a").failing("a").listener(throwing).run("b"))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(AssertionError.class);
    }

    @Test
    void remembersWhatAListenerThrewForLaterRequests() throws Exception {
        TestRun run = TestRun.of("a").listener(new RunListener() {
            @Override
            public void ended(StepReport report) {
                throw new IllegalStateException("listener");
            }
        });
        try (PipelineRunner runner = run.start()) {
            CompletableFuture<RunReport> first = runner.run(List.of("a"));
            assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasRootCauseMessage("listener");
            assertThatThrownBy(() -> run(runner, "a")).hasRootCauseMessage("listener");
        }
    }

    @Test
    void unwrapsWhatFuturesHaveWrapped() throws Exception {
        RunReport report = TestRun.of("bad")
                .action("bad", context -> {
                    throw new ExecutionException(new CompletionException(new StepException("The registry is full.")));
                })
                .run("bad");

        assertThat(report.find("bad").orElseThrow().reason()).contains("The registry is full.");
    }
}
