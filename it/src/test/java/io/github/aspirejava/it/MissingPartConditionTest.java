package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MissingPartConditionTest {

    @NeedsCommand(
            probe = {"no-such-command"},
            remedy = "Install it.")
    private static final class NeedsWhatIsMissing {}

    @NeedsCommand(
            probe = {"true"},
            remedy = "Install it.")
    private static final class NeedsWhatIsThere {}

    @Test
    void skipsATestWithoutItsPartAndSaysWhatToDo() {
        assertThat(MissingPartCondition.evaluate(NeedsWhatIsMissing.class, false))
                .hasValueSatisfying(result -> {
                    assertThat(result.isDisabled()).isTrue();
                    assertThat(result.getReason()).contains("`no-such-command` does not work here. Install it.");
                });
    }

    @Test
    void failsInsteadWhereEveryPartIsRequired() {
        assertThatThrownBy(() -> MissingPartCondition.evaluate(NeedsWhatIsMissing.class, true))
                .hasMessageContaining("no-such-command");
    }

    @Test
    void hasNothingToSayWhereThePartIsThere() {
        assertThat(MissingPartCondition.evaluate(NeedsWhatIsThere.class, true)).isEmpty();
    }

    @Test
    void findsTheNeedBehindAnAnnotationThatNamesAPart() {
        assertThat(NeedsRegistry.class.getAnnotation(NeedsCommand.class).probe())
                .contains("docker-registry");
    }
}
