package io.github.aspirejava.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run as JSON and as a summary. */
class RunViewsTest {
    private static final StepOutcome SUCCEEDED = new StepOutcome.Succeeded(StepResult.NONE);
    private static final StepOutcome SKIPPED = new StepOutcome.Skipped("login-to-docker");
    private static final StepOutcome FAILED = new StepOutcome.Failed(
            new StepException("The registry refuses the user 'me'. Log in with docker login ghcr.io and try again."));
    private static final RunReport REPORT = new RunReport(
            Instant.parse("2026-01-01T12:00:00.123456Z"),
            Duration.ofMillis(4200),
            List.of(
                    step("build-api", SUCCEEDED, 0, 4200),
                    step("login-to-docker", FAILED, 1000, 900),
                    step("build-edge", new StepOutcome.Cancelled(), 2000, 1100),
                    step("push-api", SKIPPED, 1900, 0),
                    step("upload-api", SKIPPED, 1900, 0)));

    @Test
    void areWrittenAsJson() {
        RunReport report = new RunReport(
                REPORT.started(),
                REPORT.duration(),
                List.of(REPORT.steps().get(1), REPORT.steps().get(3)));

        assertThat(RunReportJson.render(report)).isEqualTo("""
                        {
                          "started": "2026-01-01T12:00:00.123Z",
                          "durationMillis": 4200,
                          "steps": [
                            {
                              "name": "login-to-docker",
                              "state": "failed",
                              "startMillis": 1000,
                              "durationMillis": 900,
                              "reason": "The registry refuses the user 'me'. Log in with docker login ghcr.io and try again."
                            },
                            {
                              "name": "push-api",
                              "state": "skipped",
                              "startMillis": 1900,
                              "durationMillis": 0,
                              "because": "login-to-docker"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void areSummedUpInATable() {
        assertThat(SummaryText.lines(REPORT, 60))
                .containsExactly(
                        "succeeded  build-api           4.2 s  |====================|",
                        "failed     login-to-docker     0.9 s  |    =====           |",
                        "           The registry refuses the user 'me'. Log in with",
                        "           docker login ghcr.io and try again.",
                        "           Blocked: push-api, upload-api",
                        "skipped    push-api                -  because of login-to...",
                        "skipped    upload-api              -  because of login-to...",
                        "cancelled  build-edge          1.1 s  |         =====      |",
                        "1 succeeded, 1 failed, 2 skipped, 1 cancelled in 4.2 s");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 48, 60, 80, 200})
    void fitTheWidthThatTheyAreGiven(int width) {
        RunReport report = new RunReport(
                REPORT.started(),
                Duration.ofHours(2),
                List.of(
                        step("push-" + "x".repeat(64), SUCCEEDED, 7_100_000, 100_000),
                        step("a", FAILED, 0, 1),
                        step("b", SUCCEEDED, 7_200_000, 0)));

        assertThat(SummaryText.lines(report, width))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Math.max(width, 48)));
    }

    @Test
    void showEachStepInTheTimelineHoweverShort() {
        RunReport report = new RunReport(
                REPORT.started(),
                Duration.ofSeconds(100),
                List.of(step("first", SUCCEEDED, 0, 0), step("last", SUCCEEDED, 100_000, 0)));

        assertThat(SummaryText.lines(report, 48))
                .satisfiesExactly(
                        first -> assertThat(first).contains("|= "),
                        last -> assertThat(last).endsWith(" =|"),
                        total -> assertThat(total).isEqualTo("2 succeeded in 1 m 40 s"));
    }

    @Test
    void saySoIfThereWasNothingToDo() {
        assertThat(SummaryText.lines(new RunReport(REPORT.started(), Duration.ZERO, List.of()), 80))
                .containsExactly("Nothing to do in 0.0 s");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "949, 0.9 s",
        "59949, 59.9 s",
        "59950, 1 m 00 s",
        "187000, 3 m 07 s",
        "3599499, 59 m 59 s",
        "3599500, 1 h 00 m",
        "7320000, 2 h 02 m"
    })
    void showDurationsAsPeopleReadThem(long millis, String text) {
        assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(text);
    }

    private static StepReport step(String name, StepOutcome outcome, long start, long duration) {
        return new StepReport(
                Step.of(name, StepKind.BUILD_JAVA_APP, Set.of(), ""),
                outcome,
                Duration.ofMillis(start),
                Duration.ofMillis(duration));
    }
}
