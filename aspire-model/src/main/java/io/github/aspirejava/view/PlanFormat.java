package io.github.aspirejava.view;

import io.github.aspirejava.steps.StepGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that a plan can be printed in. */
public enum PlanFormat {
    /** Numbered steps with their dependencies, for terminals. */
    LIST,
    /** A line for each level, whose steps can run at the same time. */
    LEVELS,
    /** JSON for other tools; a stable contract. */
    JSON,
    /** A flowchart as <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid</a> and GitHub draw it. */
    MERMAID,
    /** A graph as <a href="https://graphviz.org/doc/info/lang.html">Graphviz</a> draws it. */
    DOT;

    /** Returns the format of that name, in any case. */
    public static Optional<PlanFormat> find(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns the names of all formats. */
    public static List<String> names() {
        return Arrays.stream(values()).map(PlanFormat::toString).toList();
    }

    /**
     * Renders a plan.
     *
     * @param graph the steps to print, all of them
     * @param targets the names of the requested steps
     * @return lines, the last one terminated, too
     */
    public String render(StepGraph graph, List<String> targets) {
        PlanView view = switch (this) {
            case LIST -> new ListView();
            case LEVELS -> new LevelsView();
            case JSON -> new JsonView();
            case MERMAID -> new MermaidView();
            case DOT -> new DotView();
        };
        return view.render(graph, targets);
    }

    /** Returns the name as a user writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
