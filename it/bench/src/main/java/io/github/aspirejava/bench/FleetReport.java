package io.github.aspirejava.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The tables of the fleet. */
final class FleetReport {
    private static final double MOST_BYTES = 1.15;
    private static final double LEAST_SPEED = 3;

    private final List<FleetPush> pushes;
    private final long distinct;
    private final long base;

    /**
     * Creates the report of these pushes.
     *
     * @param distinct the bytes of all libraries, each counted once
     * @param base the bytes of the base image
     */
    FleetReport(List<FleetPush> pushes, long distinct, long base) {
        this.pushes = List.copyOf(pushes);
        this.distinct = distinct;
        this.base = base;
    }

    String markdown(String machine, String fleet) {
        return machine + fleet + "\n\n" + aims() + '\n' + cases();
    }

    private Table aims() {
        Table table = new Table("aim", "measured", "");
        double bytes = (double) (largest(FleetSeries.OURS, FleetCase.COLD, FleetPush::pushed) - base) / distinct;
        table.row(
                "bytes pushed to an empty registry, besides the base image: at most %s × the distinct bytes of the libraries"
                        .formatted(MOST_BYTES),
                String.format(Locale.ROOT, "%.2f ×", bytes),
                verdict(bytes / MOST_BYTES));
        double speed = seconds(FleetSeries.JIB, FleetCase.COLD).median()
                / seconds(FleetSeries.OURS, FleetCase.COLD).median();
        table.row(
                "to an empty registry, whole `mvn`: at least %.0f × faster than jib-maven-plugin `-T4`"
                        .formatted(LEAST_SPEED),
                String.format(Locale.ROOT, "%.2f ×", speed),
                verdict(LEAST_SPEED / speed));
        return table;
    }

    private static String verdict(double excess) {
        return excess <= 1 ? "met" : String.format(Locale.ROOT, "**missed** by a factor of %.2f", excess);
    }

    private Table cases() {
        Table table = new Table(
                "what is pushed",
                "ours: pushed",
                "stored",
                "pulled",
                "seconds",
                "jib `-T4`: pushed",
                "stored",
                "pulled",
                "seconds");
        for (FleetCase what : FleetCase.values()) {
            table.row(
                    what.title(),
                    megabytes(FleetSeries.OURS, what, FleetPush::pushed),
                    megabytes(FleetSeries.OURS, what, FleetPush::stored),
                    megabytes(FleetSeries.OURS, what, FleetPush::pulled),
                    time(FleetSeries.OURS, what),
                    megabytes(FleetSeries.JIB, what, FleetPush::pushed),
                    megabytes(FleetSeries.JIB, what, FleetPush::stored),
                    megabytes(FleetSeries.JIB, what, FleetPush::pulled),
                    time(FleetSeries.JIB, what));
        }
        return table;
    }

    private List<FleetPush> of(String contender, FleetCase what) {
        return pushes.stream()
                .filter(push -> push.contender().equals(contender) && push.what() == what)
                .toList();
    }

    private long largest(String contender, FleetCase what, ToLongFunction<FleetPush> bytes) {
        return of(contender, what).stream().mapToLong(bytes).max().orElseThrow();
    }

    private String megabytes(String contender, FleetCase what, ToLongFunction<FleetPush> bytes) {
        return String.format(Locale.ROOT, "%.1f MB", largest(contender, what, bytes) / 1e6);
    }

    private Spread seconds(String contender, FleetCase what) {
        return Spread.of(of(contender, what).stream().map(FleetPush::seconds).toList());
    }

    private String time(String contender, FleetCase what) {
        boolean noisy = of(contender, what).stream().anyMatch(FleetPush::noisy);
        return seconds(contender, what) + (noisy ? " \\*" : "");
    }
}
