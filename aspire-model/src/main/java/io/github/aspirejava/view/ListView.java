package io.github.aspirejava.view;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import java.util.Collection;
import java.util.List;

/**
 * A numbered list for terminals:
 *
 * <pre>
 * 4 steps for push-api
 *
 *  1. process-parameters  Check that every parameter has a value
 *  2. build-api           Build the image of api
 *       waits for         process-parameters
 *       tags              build-compute
 * </pre>
 */
final class ListView implements PlanView {
    private static final int WIDTH = 100;
    private static final int MAX_NAME = 44;
    private static final String INDENT = "     ";

    @Override
    public String render(StepGraph graph, List<String> targets) {
        StringBuilder out = new StringBuilder();
        String title = "%d %s for %s"
                .formatted(graph.size(), graph.size() == 1 ? "step" : "steps", String.join(", ", targets));
        Paragraph.wrap(title, WIDTH, "").forEach(line -> out.append(line).append('\n'));
        out.append('\n');
        int digits = String.valueOf(graph.size()).length();
        int column = graph.steps().stream()
                .mapToInt(step -> Math.min(step.name().length(), MAX_NAME))
                .reduce("waits for".length() + INDENT.length(), Math::max);
        int number = 1;
        for (Step step : graph.steps()) {
            append(out, String.format("%" + (digits + 1) + "d. ", number++), step, column);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String number, Step step, int column) {
        appendText(out, pad(number + step.name(), number.length() + column), step.description());
        String margin = " ".repeat(number.length());
        appendNames(out, pad(margin + INDENT + "waits for", margin.length() + column), step.dependsOn());
        appendNames(out, pad(margin + INDENT + "tags", margin.length() + column), step.tags());
    }

    private static void appendNames(StringBuilder out, String label, Collection<String> names) {
        if (!names.isEmpty()) {
            appendText(out, label, String.join(", ", names));
        }
    }

    private static void appendText(StringBuilder out, String label, String text) {
        List<String> lines = Paragraph.wrap(text, WIDTH, " ".repeat(label.length() + 2));
        out.append(label).append(lines.get(0).substring(label.length())).append('\n');
        lines.stream().skip(1).forEach(line -> out.append(line).append('\n'));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
