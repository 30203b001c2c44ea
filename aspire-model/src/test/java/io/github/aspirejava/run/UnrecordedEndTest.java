package io.github.aspirejava.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A step whose end cannot be recorded, as when the plugin's jar is replaced while it runs. */
class UnrecordedEndTest {
    private final AtomicBoolean broken = new AtomicBoolean();

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            if (broken.get()) {
                throw new NoClassDefFoundError("a class of the jar that was replaced");
            }
            return Instant.EPOCH;
        }
    };

    @Test
    void failsAllRequestsInsteadOfLettingThemWait() throws Exception {
        StepGraph graph = StepGraph.of(List.of(
                Step.of("first", StepKind.PUBLISH, List.of(), ""),
                Step.of("second", StepKind.PUBLISH, List.of("first"), "")));
        StepAction action = context -> {
            broken.set(true);
            return StepResult.NONE;
        };
        RunSettings settings = new RunSettings(2, false, UnrecordedEndTest.class.getClassLoader(), clock);
        try (PipelineRunner runner =
                new PipelineRunner(graph, Map.of(StepKind.PUBLISH, action), settings, RunListener.NONE)) {
            CompletableFuture<RunReport> request = runner.run(List.of("second"));

            assertThat(request)
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withCauseInstanceOf(NoClassDefFoundError.class);
            broken.set(false);
        }
    }
}
