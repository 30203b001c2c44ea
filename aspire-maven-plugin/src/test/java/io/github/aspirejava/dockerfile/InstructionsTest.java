package io.github.aspirejava.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionsTest {
    private static Instructions of(String text) {
        return Instructions.parse(DockerfileText.lines(text));
    }

    private static Optional<Instruction> feature(String text) {
        return BuildKitFeature.of(of(text), Set.of());
    }

    @Test
    void findsTheLineOfWhatAnEngineShows() {
        Instructions instructions = of("""
                # syntax
                FROM base AS a

                RUN one \\
                  # a comment in between
                  && two
                COPY x   y
                FROM a
                COPY x y
                """);

        assertThat(instructions.line("RUN one    && two", 1)).contains(4);
        assertThat(instructions.line("COPY x y", 1)).contains(7);
        assertThat(instructions.line("COPY x y", 2)).contains(9);
        assertThat(instructions.line("RUN three", 1)).isEmpty();
        assertThat(NeededImages.of(instructions, Map.of(), Map.of())).containsExactly("base");
    }

    @Test
    void knowsTheOtherSignForALineThatGoesOn() {
        assertThat(of("# escape=`\nFROM a\nRUN x `\n y\nRUN z\n").line("RUN z", 1))
                .contains(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN --mount=type=cache,target=/x make",
                "RUN --network=none make",
                "COPY --link a b",
                "COPY --chmod=755 a b",
                "COPY --chown=1:1 --chmod=755 a b",
                "RUN <<EOF",
                "COPY <<\"END\" /x"
            })
    void seesWhatDockersOwnBuilderDoesNotKnow(String instruction) {
        assertThat(feature("FROM a\n" + instruction))
                .hasValueSatisfying(found -> assertThat(found.line()).isEqualTo(2));
    }

    @Test
    void readsAnyNumberOfFlags() {
        String flags = "--x=y ".repeat(10_000);

        assertThat(feature("FROM %sbase\nRUN %s--mount=type=cache make".formatted(flags, flags)))
                .isPresent();
        assertThat(NeededImages.of(of("FROM %sbase".formatted(flags)), Map.of(), Map.of()))
                .containsExactly("base");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RUN echo --mount", "COPY --from=a x y", "COPY --chown=1 x y", "RUN cat < x", "ENV A=--mount"})
    void doesNotSeeMoreThanThat(String instruction) {
        assertThat(feature("FROM a\n" + instruction)).isEmpty();
    }
}
