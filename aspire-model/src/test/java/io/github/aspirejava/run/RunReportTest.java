package io.github.aspirejava.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.steps.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The report of a run, in progress and afterwards; covers oracle 24. */
class RunReportTest {
    @Test
    void hasTheTimesOfEveryStepFromTheBeginningOfTheRun() throws Exception {
        TickingClock clock = new TickingClock();
        RunReport report = TestRun.of("a", "b < a")
                .clock(clock)
                .parallelism(1)
                .action("a", context -> {
                    clock.pass(Duration.ofSeconds(2));
                    return StepResult.NONE;
                })
                .action("b", context -> {
                    clock.pass(Duration.ofSeconds(3));
                    return StepResult.NONE;
                })
                .run("b");

        assertThat(report.started()).isEqualTo(TestRun.NOON);
        assertThat(report.duration()).isEqualTo(Duration.ofSeconds(5));
        StepReport b = report.find("b").orElseThrow();
        assertThat(b.start()).isEqualTo(Duration.ofSeconds(2));
        assertThat(b.duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void isInTheOrderOfTheGraph() throws Exception {
        RunReport report = TestRun.of("z", "y", "a < z").run("a", "y");

        assertThat(report.steps()).extracting(step -> step.step().name()).containsExactly("y", "z", "a");
        assertThat(report.steps()).isUnmodifiable();
        assertThat(report.find("x")).isEmpty();
    }

    @Test
    void isToldWhileItGoesOn() throws Exception {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        TestRun.of("a", "b < a", "c < b")
                .failing("b")
                .action("a", context -> {
                    context.progress("half of it");
                    return StepResult.NONE;
                })
                .listener(new RunListener() {
                    @Override
                    public void started(Step step) {
                        told.add("started " + step);
                    }

                    @Override
                    public void progressed(Step step, String message) {
                        told.add(step + ": " + message);
                    }

                    @Override
                    public void ended(StepReport report) {
                        told.add(report.step() + " " + report.state());
                    }
                })
                .run("c");

        assertThat(told)
                .containsExactly("started a", "a: half of it", "a succeeded", "started b", "b failed", "c skipped");
    }

    @Test
    void isEmptyBeforeTheRun() {
        try (PipelineRunner runner = TestRun.of("a").start()) {
            assertThat(runner.report().steps()).isEmpty();
            assertThat(runner.graph().size()).isEqualTo(1);
        }
    }

    @Test
    void refusesAParallelismBelowOne() {
        assertThatThrownBy(() -> new RunSettings(0, false, ClassLoader.getSystemClassLoader(), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The parallelism is 0; it must be at least 1");
    }

    /** A clock that stands still until it is advanced. */
    private static final class TickingClock extends Clock {
        private final AtomicLong passed = new AtomicLong();

        void pass(Duration duration) {
            passed.addAndGet(duration.toMillis());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return TestRun.NOON.plusMillis(passed.get());
        }
    }
}
