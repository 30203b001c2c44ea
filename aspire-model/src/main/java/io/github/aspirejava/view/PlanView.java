package io.github.aspirejava.view;

import io.github.aspirejava.steps.StepGraph;
import java.util.List;

/** One form of a plan. */
interface PlanView {
    /** The steps of {@code graph}, of which {@code targets} were asked for, as lines. */
    String render(StepGraph graph, List<String> targets);
}
