package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetReportTest {
    private static String report(double seconds, long pushed, boolean noisy) {
        List<FleetPush> pushes = new ArrayList<>();
        for (FleetCase what : FleetCase.values()) {
            pushes.add(new FleetPush(FleetSeries.OURS, what, seconds, pushed, 2_000_000, 3_000_000, noisy));
            pushes.add(new FleetPush(FleetSeries.JIB, what, 30, 90_000_000, 80_000_000, 70_000_000, false));
        }
        return new FleetReport(pushes, 10_000_000, 1_000_000).markdown("machine\n", "fleet");
    }

    @Test
    void saysWhichAimsAreMet() {
        assertThat(report(6, 12_000_000, false))
                .contains("| 1.10 × | met |")
                .contains("| 5.00 × | met |")
                .contains(
                        "| one more service | 12.0 MB | 2.0 MB | 3.0 MB | 6.00 | 90.0 MB | 80.0 MB | 70.0 MB | 30.00 |");
    }

    @Test
    void saysByHowMuchAnAimIsMissed() {
        assertThat(report(20, 24_000_000, false))
                .contains("| 2.30 × | **missed** by a factor of 2.00 |")
                .contains("| 1.50 × | **missed** by a factor of 2.00 |");
    }

    @Test
    void marksWhatWasMeasuredWhileOthersWereBusy() {
        assertThat(report(6, 12_000_000, true)).contains("| 6.00 \\* | 90.0 MB");
    }
}
