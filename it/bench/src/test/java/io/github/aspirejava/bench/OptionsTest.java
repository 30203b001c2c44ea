package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.bench.Contender.Trait;
import java.util.List;
import java.util.Set;
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
    void thePluginIsMeasuredInAllRoundsAndTheOthersWhereAnAimComparesWithThem() {
        Options options = Options.parse("it", "--runs", "5", "--peer-runs", "3");
        Contender plugin = contender(Trait.CLOSELY);
        Contender other = contender(Trait.UNCHANGED);

        assertThat(options.hasTurn(plugin, 1, 20, 4)).isTrue();
        assertThat(options.hasTurn(other, 8, 0, 4)).isTrue();
        assertThat(options.hasTurn(other, 1, 0, 2)).isTrue();
        assertThat(options.hasTurn(other, 1, 0, 3)).isFalse();
        assertThat(options.hasTurn(other, 8, 20, 3)).isFalse();
    }

    @Test
    void whoPushesOneImageAfterAnotherIsMeasuredOnceFarAway() {
        Options options = Options.parse("it");
        Contender sequential = contender(Trait.SEQUENTIAL);

        assertThat(options.hasTurn(sequential, 8, 100, 0)).isTrue();
        assertThat(options.hasTurn(sequential, 8, 100, 1)).isFalse();
    }

    private static Contender contender(Trait trait) {
        return new Contender("x", List.of(), Set.of(trait), () -> {}, (images, state) -> {
            throw new UnsupportedOperationException();
        });
    }

    @Test
    void aNameThatStandsForNothingIsRefused() {
        assertThatThrownBy(() -> Options.parse("it", "--only", "job").checkNames(List.of("jib-t1", "memory")))
                .hasMessage("--only has 'job'. There are jib-t1, memory");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> Options.parse("it", "--fast")).hasMessageContaining("no option --fast");
    }
}
