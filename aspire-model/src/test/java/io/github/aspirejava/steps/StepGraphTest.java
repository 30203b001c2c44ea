package io.github.aspirejava.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.RandomGraphs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Covers oracles 9 to 12, 16, 30 to 33, 36, 41 and 42. */
class StepGraphTest {
    private static final StepGraph DIAMOND = StepGraph.of(
            List.of(step("top", "left", "right"), step("right", "base"), step("left", "base"), step("base")));

    @Test
    void ordersStepsByLevelAndName() {
        assertThat(DIAMOND.steps()).extracting(Step::name).containsExactly("base", "left", "right", "top");
        assertThat(DIAMOND.levels()).extracting(Object::toString).containsExactly("[base]", "[left, right]", "[top]");
    }

    @Test
    void hasTheLevelOfTheLongestChain() {
        StepGraph graph = StepGraph.of(List.of(step("a"), step("b", "a"), step("c", "a", "b"), step("d")));

        assertThat(graph.level("a")).isZero();
        assertThat(graph.level("b")).isEqualTo(1);
        assertThat(graph.level("c")).isEqualTo(2);
        assertThat(graph.level("d")).isZero();
    }

    @Test
    void mayBeEmpty() {
        StepGraph graph = StepGraph.of(List.of());

        assertThat(graph.size()).isZero();
        assertThat(graph.steps()).isEmpty();
        assertThat(graph.levels()).isEmpty();
        assertThat(graph.closure(List.of()).size()).isZero();
    }

    @Test
    void refusesANameThatComesTwice() {
        assertThatThrownBy(() -> StepGraph.of(
                        List.of(Step.of("a", StepKind.AGGREGATE, "api", Set.of(), ""), step("a"), step("b"))))
                .isInstanceOf(InvalidGraphException.class)
                .hasMessage("Duplicate step name: 'a', for 'api' and for the whole model. Rename one of them.");
    }

    @Test
    void refusesUnknownDependenciesAndNamesAllOfThem() {
        assertThatThrownBy(() -> StepGraph.of(List.of(step("a", "x"), step("b", "a", "y"))))
                .isInstanceOf(InvalidGraphException.class)
                .hasMessage("Step 'a' depends on unknown step 'x'.\nStep 'b' depends on unknown step 'y'.");
    }

    @Test
    void refusesACircleAndShowsItsChain() {
        assertThatThrownBy(() -> StepGraph.of(
                        List.of(step("a", "b"), step("b", "c"), step("c", "b"), step("d", "a"), step("e"))))
                .isInstanceOf(InvalidGraphException.class)
                .hasMessage("Circular dependency: b → c → b.");
    }

    @Test
    void refusesAStepThatWaitsForItself() {
        assertThatThrownBy(() -> StepGraph.of(List.of(step("a", "a")))).hasMessage("Circular dependency: a → a.");
    }

    @Test
    void knowsItsSteps() {
        assertThat(DIAMOND.find("left")).isPresent();
        assertThat(DIAMOND.find("Left")).as("names are case-sensitive").isEmpty();
        assertThat(DIAMOND.step("left").dependsOn()).containsExactly("base");
    }

    @Test
    void namesTheNearestAndAllStepsForAnUnknownOne() {
        assertThatThrownBy(() -> DIAMOND.step("rihgt"))
                .isInstanceOf(UnknownStepException.class)
                .hasMessage(
                        "There is no step 'rihgt' (did you mean 'right'?). Available steps: base, left, right, top.");
    }

    @Test
    void namesAllUnknownTargetsAtOnce() {
        assertThatThrownBy(() -> DIAMOND.closure(List.of("something-else", "top", "laft")))
                .isInstanceOf(UnknownStepException.class)
                .hasMessageStartingWith("There is no step 'laft' (did you mean 'left'?), 'something-else'. ");
    }

    @Test
    void narrowsToWhatTargetsWaitFor() {
        StepGraph graph = StepGraph.of(List.of(step("a"), step("b", "a"), step("c", "b"), step("d", "a"), step("e")));

        assertThat(graph.closure(List.of("c")).steps()).extracting(Step::name).containsExactly("a", "b", "c");
        assertThat(graph.closure(List.of("d", "e")).steps())
                .extracting(Step::name)
                .containsExactly("a", "e", "d");
        assertThat(graph.closure(List.of("e")).steps()).extracting(Step::name).containsExactly("e");
    }

    @Test
    void findsStepsByTagAndByResource() {
        StepGraph graph = StepGraph.of(List.of(
                Step.of("push-a", StepKind.PUSH_IMAGE, "a", Set.of("build-a"), ""),
                Step.of("build-a", StepKind.BUILD_JAVA_APP, "a", Set.of(), ""),
                Step.of("push-b", StepKind.PUSH_IMAGE, "b", Set.of(), "")));

        assertThat(graph.withTag("push-container-image")).extracting(Step::name).containsExactly("push-b", "push-a");
        assertThat(graph.withTag("push")).isEmpty();
        assertThat(graph.ofResource("a")).extracting(Step::name).containsExactly("build-a", "push-a");
        assertThat(graph.ofResource("c")).isEmpty();
    }

    @Test
    void isImmutable() {
        assertThat(DIAMOND.steps()).isUnmodifiable();
        assertThat(DIAMOND.levels())
                .isUnmodifiable()
                .allSatisfy(level -> assertThat(level).isUnmodifiable());
        assertThatThrownBy(() -> DIAMOND.step("top").dependsOn().add("x"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Property
    void putsNoStepBeforeOneThatItWaitsFor(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
        List<Step> steps = new ArrayList<>(RandomGraphs.steps(new Random(seed), size));
        StepGraph graph = StepGraph.of(steps);
        Set<String> seen = new HashSet<>();
        for (Step step : graph.steps()) {
            assertThat(seen).containsAll(step.dependsOn());
            assertThat(graph.level(step.name()))
                    .isEqualTo(step.dependsOn().stream()
                                    .mapToInt(graph::level)
                                    .max()
                                    .orElse(-1)
                            + 1);
            seen.add(step.name());
        }

        Collections.shuffle(steps, new Random(seed));
        assertThat(StepGraph.of(steps).steps())
                .as("in whatever order they come")
                .isEqualTo(graph.steps());
    }

    private static Step step(String name, String... dependsOn) {
        return Step.of(name, StepKind.AGGREGATE, List.of(dependsOn), "");
    }
}
