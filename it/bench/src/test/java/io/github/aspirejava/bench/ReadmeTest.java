package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void onlyWhatStandsBetweenTheMarksIsReplaced() {
        String text = "before\n<!-- results: written by it/bench/run -->\nold\n<!-- end of results -->\nafter\n";

        assertThat(Readme.with(text, Readme.Part.RESULTS, "new\n"))
                .isEqualTo(
                        "before\n<!-- results: written by it/bench/run -->\n\nnew\n<!-- end of results -->\nafter\n");
    }

    @Test
    void aReadmeWithoutMarksIsRefused() {
        assertThatThrownBy(() -> Readme.with("text", Readme.Part.FLEET, "new"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("no place for results");
    }
}
