package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutAnyEverythingIsMeasured() {
        Options options = Options.parse("it");

        assertThat(options.measures("jib-t4")).isTrue();
        assertThat(options.images()).containsExactly(1, 4, 8, 16);
        assertThat(options.farImages()).isEqualTo(8);
        assertThat(options.farUnchangedImages()).isEqualTo(16);
        assertThat(options.far()).containsExactly(20, 100);
    }

    @Test
    void aNameStandsForAllThatBeginWithIt() {
        Options options = Options.parse("it", "--only", "ours,jib-t4");

        assertThat(List.of("ours-warm", "ours-cold", "jib-t4", "jib-t1", "limit"))
                .filteredOn(options::measures)
                .containsExactly("ours-warm", "ours-cold", "jib-t4");
    }

    @Test
    void withoutEightImagesTheMostArePushedFarAway() {
        assertThat(Options.parse("it", "--n", "4,1").farImages()).isEqualTo(4);
    }

    @Test
    void othersAreNotMeasuredMoreOftenThanThePluginItself() {
        assertThat(Options.parse("it", "--runs", "1").peerRuns()).isEqualTo(1);
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> Options.parse("it", "--fast")).hasMessageContaining("no option --fast");
    }
}
