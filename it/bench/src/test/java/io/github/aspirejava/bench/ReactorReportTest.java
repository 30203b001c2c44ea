package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.bench.ReactorPair.Build;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReactorReportTest {
    private static ReactorPair pair(double without, double with, double image) {
        return new ReactorPair(new Build(without, without, false), new Build(with, with, false), image);
    }

    @Test
    void takesTheMedianOfTheDifferencesWithoutTheImages() {
        String report = new ReactorReport(List.of(pair(20, 20.5, 0.2), pair(30, 30.4, 0.2), pair(20, 90, 0.2)))
                .markdown("a machine");

        assertThat(report)
                .contains("| 1.5 % | met |")
                .contains("| 3.0 ms | met |")
                .contains("| 0.30 [0.20–69.80] |");
    }

    @Test
    void saysByHowMuchAnAimIsMissed() {
        String report = new ReactorReport(List.of(pair(10, 11.2, 0.2))).markdown("a machine");

        assertThat(report)
                .contains("| 10.0 % | **missed** by a factor of 3.33 |")
                .contains("| 10.0 ms | **missed** by a factor of 2.00 |");
    }
}
