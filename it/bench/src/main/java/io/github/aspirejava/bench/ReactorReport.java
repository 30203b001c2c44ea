package io.github.aspirejava.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The table of the reactor of many modules. */
final class ReactorReport {
    private static final double MOST_PERCENT = 3;
    private static final double MOST_MILLIS = 5;

    private final List<ReactorPair> pairs;

    ReactorReport(List<ReactorPair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    String markdown(String machine) {
        return machine + '\n' + aims() + '\n' + times();
    }

    private Spread spread(ToDoubleFunction<ReactorPair> value) {
        return Spread.of(pairs.stream().map(value::applyAsDouble).toList());
    }

    /**
     * Returns the table of the medians of the pairs' differences: a median is robust against the few pairs that other
     * processes have disturbed.
     */
    private Table aims() {
        Table table = new Table("aim", "measured", "");
        double percent = 100
                * spread(ReactorPair::overhead).median()
                / spread(pair -> pair.without().seconds()).median();
        table.row(
                "what the plugin adds besides image work: under %.0f %% of the build".formatted(MOST_PERCENT),
                String.format(Locale.ROOT, "%.1f %%", percent),
                verdict(percent / MOST_PERCENT));
        double millis = 1000 * spread(ReactorPair::overhead).median() / ReactorProject.MODULES;
        table.row(
                "the same for each module: under %.0f ms".formatted(MOST_MILLIS),
                String.format(Locale.ROOT, "%.1f ms", millis),
                verdict(millis / MOST_MILLIS));
        return table;
    }

    private static String verdict(double excess) {
        return excess <= 1 ? "met" : String.format(Locale.ROOT, "**missed** by a factor of %.2f", excess);
    }

    private Table times() {
        Table table = new Table("", "seconds", "seconds of processors");
        table.row(
                "`mvn clean package` without the plugin",
                cell(pair -> pair.without().seconds()),
                cell(pair -> pair.without().processor()));
        table.row(
                "with it",
                cell(pair -> pair.with().seconds()),
                cell(pair -> pair.with().processor()));
        table.row("steps of its one image", cell(ReactorPair::image), "–");
        table.row(
                "difference of each pair, without those steps",
                cell(ReactorPair::overhead),
                cell(ReactorPair::processorOverhead));
        return table;
    }

    private String cell(ToDoubleFunction<ReactorPair> value) {
        boolean noisy = pairs.stream().anyMatch(ReactorPair::noisy);
        return spread(value) + (noisy ? " \\*" : "");
    }
}
