package io.github.aspirejava.maven.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class PlainConsoleTest {
    private static final Step PUSH = Step.of("push-api", StepKind.PUSH_IMAGE, "api", Set.of(), "Push api");
    private static final Step ALL = Step.of("push", StepKind.AGGREGATE, Set.of("push-api"), "All");

    private final List<String> lines = new ArrayList<>();
    private final PlainConsole console = new PlainConsole(new RecordingLog());

    @Test
    void putsTheStepsNameInFrontOfWhatItSaysAndOfHowItEnds() {
        console.started(PUSH);
        console.progressed(PUSH, "half of it");
        console.ended(report(PUSH, new StepOutcome.Succeeded(StepResult.NONE)));

        assertThat(lines)
                .containsExactly(
                        "debug (push-api) Push api", "info (push-api) half of it", "info (push-api) done in 1.5 s");
    }

    @Test
    void leavesTheReasonOfAFailureAndWhatWasSkippedToTheSummary() {
        console.ended(report(PUSH, new StepOutcome.Failed(new StepException("reason"))));
        console.ended(report(ALL, new StepOutcome.Skipped("push-api")));
        console.ended(report(ALL, new StepOutcome.Cancelled()));

        assertThat(lines)
                .containsExactly(
                        "error (push-api) failed after 1.5 s",
                        "debug (push) skipped because of push-api",
                        "debug (push) cancelled");
    }

    @Test
    void saysNothingOfTheSuccessOfANameForOtherSteps() {
        console.ended(report(ALL, new StepOutcome.Succeeded(StepResult.NONE)));

        assertThat(lines).isEmpty();
    }

    private static StepReport report(Step step, StepOutcome outcome) {
        return new StepReport(step, outcome, Duration.ZERO, Duration.ofMillis(1500));
    }

    private final class RecordingLog extends SystemStreamLog {
        @Override
        public void debug(CharSequence content) {
            lines.add("debug " + content);
        }

        @Override
        public void info(CharSequence content) {
            lines.add("info " + content);
        }

        @Override
        public void error(CharSequence content) {
            lines.add("error " + content);
        }
    }
}
