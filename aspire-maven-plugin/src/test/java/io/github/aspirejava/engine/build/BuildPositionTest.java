package io.github.aspirejava.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuildPositionTest {
    private final BuildPosition position = new BuildPosition();

    private List<String> started(String lines) {
        return lines.lines().flatMap(line -> position.line(line).stream()).toList();
    }

    @Test
    void followsStepsOneAfterTheOther() {
        List<String> started = started("""
                Step 1/3 : FROM base
                 ---> 0f1e2d
                Step 2/3 : RUN make
                 ---> Running in 1a2b3c
                make: nothing to do
                Step 3/3 : RUN make
                make: *** no rule
                """);

        assertThat(started).containsExactly("1/3 FROM base", "2/3 RUN make", "3/3 RUN make");
        assertThat(position.instruction()).contains("RUN make");
        assertThat(position.times()).isEqualTo(2);
        assertThat(position.last()).containsExactly("make: *** no rule");
    }

    @Test
    void readsTheStagesOfPodman() {
        assertThat(started("[2/2] STEP 4/5: COPY a /a\n")).containsExactly("4/5 COPY a /a");
    }

    @Test
    void knowsTheInstructionThatBuildKitReturnsTo() {
        List<String> started = started("""
                #4 [1/2] FROM base
                #4 resolve base done
                #5 [2/2] RUN make
                #5 0.061 first line

                #4 [1/2] FROM base
                #4 DONE 0.1s

                #5 [2/2] RUN make
                #5 0.062 no rule
                #5 ERROR: exit code: 2
                ------
                 > [2/2] RUN make:
                0.062 no rule
                ------
                """);

        assertThat(started).containsExactly("1/2 FROM base", "2/2 RUN make");
        assertThat(position.instruction()).contains("RUN make");
        assertThat(position.times()).isEqualTo(1);
        assertThat(position.last())
                .containsExactly("#5 0.061 first line", "#5 0.062 no rule", "#5 ERROR: exit code: 2");
    }

    @Test
    void knowsTheOneThatFailsAmongStagesBuiltAtOnce() {
        started("""
                #7 [left 2/2] RUN left
                #8 [right 2/2] RUN right
                #7 0.1 bad left
                #8 0.1 good right
                #7 ERROR: exit code: 1
                #8 CANCELED
                """);

        assertThat(position.instruction()).contains("RUN left");
        assertThat(position.last()).containsExactly("#7 0.1 bad left", "#7 ERROR: exit code: 1");
    }

    @Test
    void keepsWhatIsSaidBeforeTheFirstInstruction() {
        started("#1 [internal] load build definition\n#1 ERROR: no such file\n");

        assertThat(position.instruction()).isEmpty();
        assertThat(position.last()).contains("#1 ERROR: no such file");
    }

    @Test
    void matchesLongInstructionsAndShowsTheirStart() {
        String command = "RUN " + "x".repeat(400);

        assertThat(started("Step 1/1 : " + command)).containsExactly("1/1 " + command.substring(0, 300) + "…");
        assertThat(position.instruction()).contains(command);
    }
}
