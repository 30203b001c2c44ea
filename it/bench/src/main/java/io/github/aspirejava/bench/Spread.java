package io.github.aspirejava.bench;

import java.util.List;
import java.util.Locale;

/** The spread of several measurements of the same figure. */
record Spread(int count, double min, double median, double max) {
    /**
     * Computes the spread.
     *
     * @param values at least one value
     */
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.size(), sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    /** Returns {@code 1.23 [1.20–1.31]}, or the median alone if there is but one value. */
    @Override
    public String toString() {
        return count == 1 ? seconds(median) : "%s [%s–%s]".formatted(seconds(median), seconds(min), seconds(max));
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.3f" : "%.2f", value);
    }
}
