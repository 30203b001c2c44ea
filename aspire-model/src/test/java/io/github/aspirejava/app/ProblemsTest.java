package io.github.aspirejava.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.image.Tag;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems();

    @Test
    void areOrderedByFileAndLineAndOtherwiseAsTheyWereFound() {
        problems.add(new Origin("b/pom.xml", 1), "one", "fix");
        problems.add(new Origin("a/pom.xml", 10), "two", "fix");
        problems.add(new Origin("a/pom.xml", 9), "three", "fix");
        problems.add(new Origin("a/pom.xml", 9), "four", "fix");

        assertThat(problems.list()).extracting(Problem::what).containsExactly("three", "four", "two", "one");
    }

    @Test
    void holdTheSameMistakeOnce() {
        problems.add(Origin.NONE, "one", "fix");
        problems.add(Origin.NONE, "one", "fix");

        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void throwAllMessagesAtOnce() {
        problems.add(new Origin("pom.xml", 2), "This is wrong", "Write that");
        problems.add(Origin.NONE, "So is this", "Write more");

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("So is this. Write more.\npom.xml:2: This is wrong. Write that.");
    }

    @Test
    void throwNothingIfThereAreNone() {
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void noteWhatBreaksAGrammar() {
        assertThat(problems.check(Origin.NONE, () -> new Tag("1.0"))).contains(new Tag("1.0"));
        assertThat(problems.isEmpty()).isTrue();
        assertThat(problems.check(Origin.NONE, () -> new Tag("a b"))).isEmpty();
        assertThat(problems.list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("'a b' is not a tag"));
    }
}
