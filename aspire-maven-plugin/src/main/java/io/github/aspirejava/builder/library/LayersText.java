package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.module.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The sharing of layers among services, as a human-readable table:
 *
 * <pre>
 * Layers of libraries       size  jars  1 2 3
 * dependencies           62.1 MB    41  x x x
 * dependencies            1.2 MB     3  . x .
 * project dependencies         -     1  x . x
 * 1 api, 2 web, 3 worker
 * The services run with 187.5 MB of libraries, and their layers hold 63.3 MB: sharing saves 124.2 MB.
 * </pre>
 *
 * The size of modules of the build is unknown before they are built, and not counted.
 */
public final class LayersText {
    private static final String ROW = "%-21s %8s %5s  %s";

    private LayersText() {}

    /** Returns the table of one plan. */
    public static List<String> lines(LayerPlan plan) {
        List<String> services = plan.services();
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= services.size(); i++) {
            numbers.add(Integer.toString(i));
        }
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("Layers of libraries", "size", "jars", String.join(" ", numbers)));
        for (LibraryLayer layer : plan.layers()) {
            String marks = numbers.stream()
                    .map(number -> mark(layer, services.get(Integer.parseInt(number) - 1), number.length()))
                    .collect(Collectors.joining(" "));
            lines.add(ROW.formatted(
                    layer.kind().title(),
                    layer.kind() == Library.Kind.PROJECT ? "-" : size(layer.size()),
                    layer.libraries().size(),
                    marks));
        }
        lines.add(numbers.stream()
                .map(number -> number + ' ' + services.get(Integer.parseInt(number) - 1))
                .collect(Collectors.joining(", ")));
        lines.add(savings(plan));
        return List.copyOf(lines);
    }

    private static String savings(LayerPlan plan) {
        long saved = plan.bytesOfServices() - plan.bytesOfLayers();
        return "The services run with %s of libraries, and their layers hold %s: sharing saves %s."
                .formatted(size(plan.bytesOfServices()), size(plan.bytesOfLayers()), size(saved));
    }

    private static String mark(LibraryLayer layer, String service, int width) {
        return " ".repeat(width - 1) + (layer.services().contains(service) ? 'x' : '.');
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
