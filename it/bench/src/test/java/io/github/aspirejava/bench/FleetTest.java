package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {
    private final Fleet fleet = new FleetGenerator().generate();

    private static List<FleetLibrary> libraries(Fleet fleet, int service) {
        return Names.get(fleet.libraries(), service);
    }

    @Test
    void isTheSameInEachRun() {
        assertThat(new FleetGenerator().generate()).isEqualTo(fleet);
    }

    @Test
    void isOfTheSizeOfARealApplicationAndSharesAsMuch() {
        assertThat(fleet.libraries()).hasSize(20);
        assertThat(fleet.distinctBytes()).isBetween(100_000_000L, 150_000_000L);
        assertThat(fleet.bytesOfServices()).isGreaterThan(500_000_000L);
    }

    @Test
    void changesOnlyWhatACaseIsAbout() {
        assertThat(FleetCase.COLD.change(fleet)).isEqualTo(fleet);
        assertThat(FleetCase.CLASS.change(fleet).libraries()).isEqualTo(fleet.libraries());
        assertThat(FleetCase.SNAPSHOT.change(fleet).distinct().filter(library -> library.revision() > 0))
                .hasSize(1);
        Fleet one = FleetCase.ONE_UPGRADE.change(fleet);
        assertThat(libraries(one, 1)).isNotEqualTo(libraries(fleet, 1)).hasSameSizeAs(libraries(fleet, 1));
        assertThat(libraries(one, 2)).isEqualTo(libraries(fleet, 2));
        Fleet all = FleetCase.ALL_UPGRADE.change(fleet);
        assertThat(all.libraries().keySet())
                .allSatisfy(service -> assertThat(libraries(all, service)).isNotEqualTo(libraries(fleet, service)));
        assertThat(all.distinct().count()).isEqualTo(fleet.distinct().count());
        assertThat(FleetCase.NEW_SERVICE.change(fleet).libraries()).hasSize(21);
    }
}
