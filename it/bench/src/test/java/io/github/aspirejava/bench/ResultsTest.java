package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Setting COLD = new Setting(8, State.COLD, 0);

    @Test
    void theMedianStandsBetweenTheLeastAndTheMost() {
        Results results = new Results(List.of(took(3), took(1.2), took(1), took(1.4), took(1.1)));

        assertThat(results.cell("x", COLD)).isEqualTo("1.20 [1.00–3.00]");
    }

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        assertThat(new Results(List.of(took(1), took(2))).median("x", COLD)).contains(1.5);
    }

    @Test
    void oneFailureIsShownWithItsReasonAndLeavesNoTime() {
        Results results = new Results(List.of(took(1), failed("no space\nleft | on device"), took(1)));

        assertThat(results.cell("x", COLD)).isEqualTo("failed 1 of 3: no space left \\| on device");
        assertThat(results.median("x", COLD)).isEmpty();
    }

    @Test
    void whatWasNotMeasuredIsADash() {
        assertThat(new Results(List.of(took(1))).cell("x", new Setting(1, State.COLD, 0)))
                .isEqualTo("–");
    }

    @Test
    void aNoisyRunIsMarked() {
        Results results = new Results(List.of(new Measurement(0, "x", COLD, 1, log(), 9, true, null)));

        assertThat(results.cell("x", COLD)).isEqualTo("1.00 \\*");
    }

    private static Measurement took(double seconds) {
        return measurement(seconds, null);
    }

    private static Measurement failed(String why) {
        return measurement(0, why);
    }

    private static Measurement measurement(double seconds, @Nullable String failure) {
        return new Measurement(0, "x", COLD, seconds, log(), 0, false, failure);
    }

    private static AccessLog log() {
        return AccessLog.parse(List.of());
    }
}
