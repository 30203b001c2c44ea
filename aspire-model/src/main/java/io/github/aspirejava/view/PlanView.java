package io.github.aspirejava.view;

import io.github.aspirejava.steps.StepGraph;
import java.util.List;

/** A rendering of a plan. */
interface PlanView {
    /** Renders the steps of {@code graph}, of which {@code targets} were requested, as lines. */
    String render(StepGraph graph, List<String> targets);
}
