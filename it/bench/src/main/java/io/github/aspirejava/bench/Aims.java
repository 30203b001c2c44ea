package io.github.aspirejava.bench;

import io.github.aspirejava.bench.PeakMemory.Peak;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The performance aims of the plugin, and the distance from them. */
final class Aims {
    private static final int COLD_IMAGES = 8;
    private static final int UNCHANGED_IMAGES = 16;
    private static final int FAR_MILLIS = 100;
    /** The round trips for a ping of the registry, and for a token. */
    private static final int LOGIN_ROUND_TRIPS = 2;

    private static final double MORE_MEMORY = 1.1;

    private final Results results;
    private final Table table = new Table("aim", "measured", "");

    private Aims(Results results) {
        this.results = results;
    }

    /**
     * Returns a table of all aims.
     *
     * @param shared the requests to the registry for images with shared layers, if measured
     * @param peaks the peak memory for small and large layers, if measured
     */
    static Table table(Results results, Optional<SharedLayers> shared, List<Peak> peaks) {
        Aims aims = new Aims(results);
        Setting cold = new Setting(COLD_IMAGES, State.COLD, 0);
        aims.atMost("8 images to an empty registry, inside the goal", "ours-warm-goal", "limit", cold, 1.25);
        aims.atLeast("8 images, layers to be made", "jib-core-cold", "ours-cold-goal", cold, 4);
        aims.atLeast("8 images, layers made before", "jib-core-warm", "ours-warm-goal", cold, 4);
        aims.atLeast("8 images, layers made before", "docker-par", "ours-warm-goal", cold, 5);
        aims.atLeast("8 images, layers to be made, whole `mvn`", "jib-t4", "ours-cold-mvn", cold, 2.5);
        aims.atLeast("8 images out of the engine, layers to be read", "docker-seq", "engine-cold-goal", cold, 1.3);
        aims.atLeast("8 images out of the engine, layers to be read", "docker-par", "engine-cold-goal", cold, 1.3);
        aims.unchanged();
        aims.far();
        shared.ifPresent(aims::shared);
        if (peaks.size() == 2) {
            aims.memory(peaks.get(0), peaks.get(1));
        }
        return aims.table;
    }

    private void atMost(String what, String figure, String other, Setting setting, double most) {
        ratio(figure, other, setting)
                .ifPresentOrElse(
                        ratio -> row(
                                "%s: at most %s × %s".formatted(what, number(most), other),
                                "%s = %s × %s".formatted(figure, number(ratio), other),
                                ratio / most),
                        () -> missing("%s: at most %s × %s".formatted(what, number(most), other)));
    }

    private void atLeast(String what, String slower, String figure, Setting setting, double least) {
        ratio(slower, figure, setting)
                .ifPresentOrElse(
                        ratio -> row(
                                "%s: at least %s × faster than %s".formatted(what, number(least), slower),
                                "%s = %s × %s".formatted(slower, number(ratio), figure),
                                least / ratio),
                        () -> missing("%s: at least %s × faster than %s".formatted(what, number(least), slower)));
    }

    private void unchanged() {
        String aim = "16 unchanged images, inside the goal: under 0.2 s";
        results.median("ours-warm-goal", new Setting(UNCHANGED_IMAGES, State.UNCHANGED, 0))
                .ifPresentOrElse(
                        seconds -> row(aim, "%s s".formatted(number(seconds)), seconds / 0.2), () -> missing(aim));
    }

    private void far() {
        int most = 2 * UNCHANGED_IMAGES + LOGIN_ROUND_TRIPS;
        String aim =
                "16 unchanged images at 100 ms: at most 2 round trips for each and %d for the login, so %d more than near"
                        .formatted(LOGIN_ROUND_TRIPS, most);
        Optional<Double> near = results.median("ours-warm-goal", new Setting(UNCHANGED_IMAGES, State.UNCHANGED, 0));
        Optional<Double> far =
                results.median("ours-warm-goal", new Setting(UNCHANGED_IMAGES, State.UNCHANGED, FAR_MILLIS));
        if (near.isEmpty() || far.isEmpty()) {
            missing(aim);
            return;
        }
        double trips = (far.get() - near.get()) * 1000 / FAR_MILLIS;
        row(aim, "%s round trips in all".formatted(number(trips)), trips / most);
    }

    private void shared(SharedLayers shared) {
        AccessLog log = shared.log();
        row(
                "8 images with %d shared layers: each blob uploaded once".formatted(shared.sharedLayers()),
                "%d uploads of %d blobs in %d requests"
                        .formatted(log.uploads().size(), log.distinctUploads(), log.requests()),
                (double) log.uploads().size() / log.distinctUploads());
    }

    private void memory(Peak small, Peak large) {
        row(
                "memory of the push does not depend on the layer's size (%d MB: at most %s × that of %d MB)"
                        .formatted(large.layerMegabytes(), number(MORE_MEMORY), small.layerMegabytes()),
                "%d MB and %d MB".formatted(large.pushed() / 1_000_000, small.pushed() / 1_000_000),
                (double) large.pushed() / small.pushed() / MORE_MEMORY);
    }

    private Optional<Double> ratio(String figure, String other, Setting setting) {
        Optional<Double> one = results.median(figure, setting);
        Optional<Double> two = results.median(other, setting);
        return one.isPresent() && two.isPresent() ? Optional.of(one.get() / two.get()) : Optional.empty();
    }

    /**
     * Adds a row.
     *
     * @param excess the measured value as a multiple of the aim; up to 1 the aim is met
     */
    private void row(String aim, String measured, double excess) {
        table.row(aim, measured, excess <= 1 ? "met" : "**missed** by a factor of " + number(excess));
    }

    private void missing(String aim) {
        table.row(aim, "–", "not measured");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.3f" : "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
