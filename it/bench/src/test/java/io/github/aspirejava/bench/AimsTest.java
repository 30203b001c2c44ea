package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.bench.PeakMemory.Peak;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AimsTest {
    private static final Setting COLD = new Setting(8, State.COLD, 0);

    private final List<Measurement> measurements = new ArrayList<>();

    @Test
    void anAimIsMetAtItsRatio() {
        took("limit", COLD, 0.4);
        took("ours-warm-goal", COLD, 0.5);

        assertThat(row("at most 1.25 × limit")).endsWith("| ours-warm-goal = 1.25 × limit | met |");
    }

    @Test
    void aMissedAimSaysByHowMuch() {
        took("docker-par", COLD, 5);
        took("ours-warm-goal", COLD, 2);

        assertThat(row("5 × faster than docker-par"))
                .endsWith("| docker-par = 2.5 × ours-warm-goal | **missed** by a factor of 2 |");
    }

    @Test
    void anAimWhoseOtherSideFailedIsNotMeasured() {
        took("ours-warm-goal", COLD, 2);

        assertThat(row("5 × faster than docker-par")).endsWith("| – | not measured |");
    }

    @Test
    void roundTripsAreWhatDistanceAdds() {
        took("ours-warm-goal", new Setting(16, State.UNCHANGED, 0), 0.1);
        took("ours-warm-goal", new Setting(16, State.UNCHANGED, 100), 0.9);

        assertThat(row("at 100 ms")).endsWith("| 8 round trips in all | met |");
    }

    @Test
    void aBlobThatIsUploadedTwiceMissesTheAim() {
        AccessLog log = new AccessLog(10, List.of("a", "b", "a"), 0, 0);

        assertThat(table(Optional.of(new SharedLayers(6, log)), List.of()))
                .contains("| 3 uploads of 2 blobs in 10 requests | **missed** by a factor of 1.5 |");
    }

    @Test
    void memoryMayGrowByATenth() {
        assertThat(table(Optional.empty(), List.of(new Peak(10, 0, 200_000_000), new Peak(1000, 0, 220_000_000))))
                .contains("| 220 MB and 200 MB | met |");
    }

    private void took(String figure, Setting setting, double seconds) {
        measurements.add(new Measurement(0, figure, setting, seconds, AccessLog.parse(List.of()), 0, false, null));
    }

    private String row(String aim) {
        return table(Optional.empty(), List.of())
                .lines()
                .filter(line -> line.contains(aim))
                .findFirst()
                .orElseThrow();
    }

    private String table(Optional<SharedLayers> shared, List<Peak> peaks) {
        return Aims.table(new Results(measurements), shared, peaks).toString();
    }
}
