package io.github.aspirejava;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random steps with dependencies, without cycles. */
public final class RandomGraphs {
    private RandomGraphs() {}

    /** Returns {@code size} steps of kind {@link StepKind#BUILD_JAVA_APP}; each waits for up to three others. */
    public static List<Step> steps(Random random, int size) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<String> before = new TreeSet<>();
            for (int j = random.nextInt(4); j > 0 && i > 0; j--) {
                before.add(steps.get(random.nextInt(i)).name());
            }
            // a name that is independent of the order
            steps.add(Step.of("s" + random.nextInt(1000) + "-" + i, StepKind.BUILD_JAVA_APP, before, ""));
        }
        return steps;
    }
}
