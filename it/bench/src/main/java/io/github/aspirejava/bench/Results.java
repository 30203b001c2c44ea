package io.github.aspirejava.bench;

import java.util.List;
import java.util.Optional;

/** The measurements of a series, by figure and setting. */
final class Results {
    private static final int REASON_LENGTH = 120;

    private final List<Measurement> measurements;

    Results(List<Measurement> measurements) {
        this.measurements = List.copyOf(measurements);
    }

    List<Measurement> of(String figure, Setting setting) {
        return measurements.stream()
                .filter(one -> one.figure().equals(figure) && one.setting().equals(setting))
                .toList();
    }

    boolean has(String figure) {
        return measurements.stream().anyMatch(one -> one.figure().equals(figure));
    }

    /** Returns the spread of a figure; empty if it was not measured, or if one of the runs failed. */
    Optional<Spread> spread(String figure, Setting setting) {
        List<Measurement> all = of(figure, setting);
        return all.isEmpty() || !all.stream().allMatch(Measurement::succeeded)
                ? Optional.empty()
                : Optional.of(Spread.of(all.stream().map(Measurement::seconds).toList()));
    }

    Optional<Double> median(String figure, Setting setting) {
        return spread(figure, setting).map(Spread::median);
    }

    /** Returns the content of a cell in the table: times, a dash, or the reason of the failure. */
    String cell(String figure, Setting setting) {
        List<Measurement> all = of(figure, setting);
        Optional<String> failure =
                all.stream().flatMap(one -> one.whyFailed().stream()).findFirst();
        if (failure.isPresent()) {
            long failed = all.stream().filter(one -> !one.succeeded()).count();
            return "failed %d of %d: %s".formatted(failed, all.size(), shortened(failure.get()));
        }
        boolean noisy = all.stream().anyMatch(Measurement::noisy);
        return spread(figure, setting)
                .map(spread -> spread + (noisy ? " \\*" : ""))
                .orElse("–");
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\s+", " ").replace("|", "\\|");
        return line.length() <= REASON_LENGTH ? line : line.substring(0, REASON_LENGTH) + "…";
    }
}
